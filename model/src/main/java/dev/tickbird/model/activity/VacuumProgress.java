// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A `vacuum` that is running.
///
/// @param relation the OID, in `database`
/// @param indexRounds how often the indexes were vacuumed; more than once if the dead rows did not fit the memory
/// @param deadMax how many dead rows fit the memory; null from PostgreSQL 17 on
/// @param deadMaxBytes null before PostgreSQL 17, as the rest
/// @param delayMillis slept for `vacuum_cost_delay`; known from PostgreSQL 18 on, with `track_cost_delay_timing`
public record VacuumProgress(
        int pid,
        @Nullable String database,
        long relation,
        String phase,
        long blocksTotal,
        long blocksScanned,
        long blocksVacuumed,
        long indexRounds,
        @Nullable Long deadMax,
        long dead,
        @Nullable Long deadMaxBytes,
        @Nullable Long deadBytes,
        @Nullable Long indexesTotal,
        @Nullable Long indexesDone,
        @Nullable Double delayMillis)
        implements Fact {}
