// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A standby or subscriber that receives this server's WAL.
///
/// @param clientAddress null on a Unix socket
/// @param state `startup`, `catchup`, `streaming`, `backup` or `stopping`
/// @param sentLagBytes what was written here and not yet sent; null before anything was sent
/// @param writeLagSeconds how long recent WAL took until it was written there; null if there was none
/// @param syncState `async`, `potential`, `sync` or `quorum`
/// @param snapshotAge transactions since the oldest one whose rows `hot_standby_feedback` keeps; null if it keeps none
public record Replica(
        int pid,
        @Nullable String role,
        String application,
        @Nullable String clientAddress,
        @Nullable Instant startedAt,
        String state,
        @Nullable Long sentLagBytes,
        @Nullable Long writeLagBytes,
        @Nullable Long flushLagBytes,
        @Nullable Long replayLagBytes,
        @Nullable Double writeLagSeconds,
        @Nullable Double flushLagSeconds,
        @Nullable Double replayLagSeconds,
        int syncPriority,
        String syncState,
        @Nullable Long snapshotAge,
        @Nullable Instant repliedAt)
        implements Fact {}
