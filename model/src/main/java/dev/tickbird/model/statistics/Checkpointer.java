// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the checkpointer has done since its counters were reset.
///
/// @param requested checkpoints that came before their time, most often because `max_wal_size` was full
/// @param done checkpoints that were completed; null before PostgreSQL 18
/// @param restartpointsTimed on a standby; null before PostgreSQL 17
/// @param slruWritten null before PostgreSQL 18
public record Checkpointer(
        long timed,
        long requested,
        @Nullable Long done,
        @Nullable Long restartpointsTimed,
        @Nullable Long restartpointsRequested,
        @Nullable Long restartpointsDone,
        double writeMillis,
        double syncMillis,
        long buffersWritten,
        @Nullable Long slruWritten,
        @Nullable Instant statisticsSince)
        implements Counters {}
