// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A server process and what it does, from `pg_stat_activity`. Tickbird's own session is left out.
///
/// @param kind `client backend`, `autovacuum worker`, `walsender`, …; `unknown` where the role may not see it
/// @param blockedBy the processes it waits for, from `pg_blocking_pids`
/// @param snapshotAge how many transactions ago its snapshot was taken; null if it holds none
/// @param query null where the role may not see it
public record Session(
        int pid,
        @Nullable String database,
        @Nullable String role,
        String application,
        @Nullable String clientAddress,
        String kind,
        @Nullable Instant startedAt,
        @Nullable Instant transactionStartedAt,
        @Nullable Instant queryStartedAt,
        @Nullable Instant stateChangedAt,
        @Nullable String state,
        @Nullable String waitEventType,
        @Nullable String waitEvent,
        @Nullable Long transactionAge,
        @Nullable Long snapshotAge,
        @Nullable Long queryId,
        @Nullable String query,
        List<Integer> blockedBy)
        implements Fact {

    public Session {
        blockedBy = List.copyOf(blockedBy);
    }
}
