// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

/// What came of asking for a plan.
public sealed interface Reply {

    record Success(Plan plan) implements Reply {}

    /// @param reason in PostgreSQL's words
    record Refusal(String reason) implements Reply {}
}
