// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;

/// How often a function was called and what it took. The server counts only with `track_functions`.
///
/// @param function the OID
/// @param selfMillis without the functions that it called
public record FunctionStatistics(
        long function, String schema, String name, long calls, double totalMillis, double selfMillis) implements Fact {}
