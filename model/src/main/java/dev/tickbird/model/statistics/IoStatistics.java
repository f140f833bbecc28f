// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads and writes of one kind of process, on one kind of object, in one context. Known from PostgreSQL 16 on. A count
/// is null where that cannot happen.
///
/// @param process `client backend`, `checkpointer`, `autovacuum worker`, …
/// @param object `relation`, `temp relation` or, from PostgreSQL 18 on, `wal`
/// @param context `normal`, `vacuum`, `bulkread`, `bulkwrite` or `init`
/// @param reuses buffers of a ring that were used again
public record IoStatistics(
        String process,
        String object,
        String context,
        @Nullable Long reads,
        @Nullable Long readBytes,
        @Nullable Double readMillis,
        @Nullable Long writes,
        @Nullable Long writtenBytes,
        @Nullable Double writeMillis,
        @Nullable Long writebacks,
        @Nullable Double writebackMillis,
        @Nullable Long extensions,
        @Nullable Long extendedBytes,
        @Nullable Double extendMillis,
        @Nullable Long hits,
        @Nullable Long evictions,
        @Nullable Long reuses,
        @Nullable Long syncs,
        @Nullable Double syncMillis,
        @Nullable Instant statisticsSince)
        implements Counters {}
