// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

/// A query that could not be planned.
///
/// @param reason in PostgreSQL's words where PostgreSQL refused it
public record Unplanned(String name, String sql, String reason) {}
