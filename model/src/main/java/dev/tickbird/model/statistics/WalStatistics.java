// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The write-ahead log written since the counters were reset.
///
/// @param fullPages pages written whole because they changed for the first time after a checkpoint
/// @param buffersFull how often WAL had to be written because its buffers were full
/// @param writes null from PostgreSQL 18 on, as the next three: see `IoStatistics`
public record WalStatistics(
        long records,
        long fullPages,
        long bytes,
        long buffersFull,
        @Nullable Long writes,
        @Nullable Long syncs,
        @Nullable Double writeMillis,
        @Nullable Double syncMillis,
        @Nullable Instant statisticsSince)
        implements Counters {}
