// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the server has counted in a database since its statistics were last reset.
///
/// @param database the OID; 0 for what belongs to no database, the shared catalogs
/// @param name null for what belongs to no database
/// @param blocksRead from disk or the operating system's cache
/// @param rowsReturned read by scans; `rowsFetched` is the part that was of use
/// @param conflicts queries that recovery cancelled on a standby
/// @param checksumFailures null if checksums are off
/// @param parallelWorkersPlanned known from PostgreSQL 18 on
public record DatabaseStatistics(
        long database,
        @Nullable String name,
        int sessionsNow,
        long commits,
        long rollbacks,
        long blocksRead,
        long blocksHit,
        long rowsReturned,
        long rowsFetched,
        long inserted,
        long updated,
        long deleted,
        long conflicts,
        long temporaryFiles,
        long temporaryBytes,
        long deadlocks,
        @Nullable Long checksumFailures,
        @Nullable Instant lastChecksumFailure,
        double readMillis,
        double writeMillis,
        double sessionMillis,
        double activeMillis,
        double idleInTransactionMillis,
        long sessions,
        long sessionsAbandoned,
        long sessionsFatal,
        long sessionsKilled,
        @Nullable Long parallelWorkersPlanned,
        @Nullable Long parallelWorkersLaunched,
        @Nullable Instant statisticsSince)
        implements Fact {}
