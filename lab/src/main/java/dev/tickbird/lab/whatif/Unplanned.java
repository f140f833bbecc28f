// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import org.jspecify.annotations.Nullable;

/// A query that could not be planned.
///
/// @param reason in PostgreSQL's words where PostgreSQL refused it
/// @param hint what the user may do about it, in full sentences; null if nothing is known
public record Unplanned(
        String name, String sql, String reason, @Nullable String hint) {}
