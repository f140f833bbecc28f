// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the background writer has done since its counters were reset.
///
/// @param stops how often it stopped a round because it had written too much
/// @param buffersBackend buffers that sessions had to write themselves; null from PostgreSQL 17 on, see `IoStatistics`
/// @param backendSyncs null from PostgreSQL 17 on
public record BackgroundWriter(
        long buffersCleaned,
        long stops,
        long buffersAllocated,
        @Nullable Long buffersBackend,
        @Nullable Long backendSyncs,
        @Nullable Instant statisticsSince)
        implements Counters {}
