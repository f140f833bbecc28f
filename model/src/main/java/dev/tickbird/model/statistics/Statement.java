// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a statement has cost since its counters began, from the extension pg_stat_statements. Its words
/// are in `StatementText`.
///
/// What the installed version of the extension does not count is null.
///
/// @param queryId the same for statements that differ in constants only
/// @param database the OID; it may have been dropped, as may the role
/// @param topLevel false for a statement inside a function
/// @param plans 0 unless `pg_stat_statements.track_planning` is on
/// @param sharedReadMillis 0 unless `track_io_timing` is on, as are the other times of blocks
/// @param localReadMillis counted apart from extension version 1.11 on; part of `sharedReadMillis` before
/// @param statisticsSince when the statement was first seen; known from extension version 1.11 on
public record Statement(
        long queryId,
        long database,
        long role,
        boolean topLevel,
        long plans,
        double planMillis,
        long calls,
        double totalMillis,
        double minMillis,
        double maxMillis,
        double meanMillis,
        double deviationMillis,
        long rows,
        long sharedHit,
        long sharedRead,
        long sharedDirtied,
        long sharedWritten,
        long localHit,
        long localRead,
        long localDirtied,
        long localWritten,
        long tempRead,
        long tempWritten,
        double sharedReadMillis,
        double sharedWriteMillis,
        @Nullable Double localReadMillis,
        @Nullable Double localWriteMillis,
        @Nullable Double tempReadMillis,
        @Nullable Double tempWriteMillis,
        @Nullable Long walRecords,
        @Nullable Long walFullPages,
        @Nullable Long walBytes,
        @Nullable Long walBuffersFull,
        @Nullable Long jitFunctions,
        @Nullable Double jitMillis,
        @Nullable Long parallelWorkersPlanned,
        @Nullable Long parallelWorkersLaunched,
        @Nullable Instant statisticsSince)
        implements Fact {}
