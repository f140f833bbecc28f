// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Use of one of the small caches that the server keeps for transaction states and their like.
///
/// @param name differs between major versions: `Subtrans` became `subtransaction` in PostgreSQL 17
public record SlruStatistics(
        String name,
        long zeroed,
        long hits,
        long reads,
        long writes,
        long exists,
        long flushes,
        long truncates,
        @Nullable Instant statisticsSince)
        implements Counters {}
