// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// An `analyze` that is running.
///
/// @param relation the OID, in `database`
/// @param delayMillis slept for `vacuum_cost_delay`; known from PostgreSQL 18 on, with `track_cost_delay_timing`
public record AnalyzeProgress(
        int pid,
        @Nullable String database,
        long relation,
        String phase,
        long blocksTotal,
        long blocksScanned,
        long extendedTotal,
        long extendedDone,
        long childrenTotal,
        long childrenDone,
        @Nullable Long child,
        @Nullable Double delayMillis)
        implements Fact {}
