// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A replication slot and the WAL it holds back.
///
/// @param kind `physical` or `logical`
/// @param retainedBytes WAL between its restart position and now; null if it reserves none or was invalidated
/// @param walStatus `reserved`, `extended`, `unreserved` or `lost`
/// @param safeBytes how much more WAL may be written before it is lost; null without `max_slot_wal_keep_size`
/// @param snapshotAge transactions since the oldest one whose rows it keeps from vacuum
/// @param inactiveSince since when nobody reads it; null while somebody does, and before PostgreSQL 17
/// @param synced whether it is a copy of the primary's, from PostgreSQL 17 on
/// @param conflicting whether it was invalidated by recovery on a standby; null for a physical one, and before
/// PostgreSQL 16
/// @param invalidationReason why it is of no use any more, such as `wal_removed`; null if it is, and
/// before PostgreSQL 17
/// @param failover whether it is to be kept in step on standbys; null before PostgreSQL 17
public record ReplicationSlot(
        String name,
        String kind,
        @Nullable String plugin,
        @Nullable String database,
        boolean temporary,
        boolean active,
        @Nullable Integer activePid,
        @Nullable Long retainedBytes,
        @Nullable String walStatus,
        @Nullable Long safeBytes,
        @Nullable Long snapshotAge,
        @Nullable Long catalogSnapshotAge,
        @Nullable Instant inactiveSince,
        boolean synced,
        @Nullable Boolean conflicting,
        @Nullable String invalidationReason,
        @Nullable Boolean failover)
        implements Fact {}
