// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

/// What came of asking for a plan.
sealed interface Attempt {

    record Success(Plan plan) implements Attempt {}

    /// @param reason in PostgreSQL's words
    record Refusal(String reason) implements Attempt {}
}
