// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.replication.ReplicationSlot;
import java.util.Objects;

/// Why a slot is lost. Before PostgreSQL 17 the server does not say, and there is but one reason on a primary.
final class Invalidation {

    private Invalidation() {}

    static String of(ReplicationSlot slot) {
        return switch (Objects.requireNonNullElse(slot.invalidationReason(), "wal_removed")) {
            case "rows_removed" -> "Recovery removed rows that its reader still needs.";
            case "wal_level_insufficient" -> "The primary's wal_level became too low for it.";
            case "idle_timeout" -> "Nobody read it for longer than idle_replication_slot_timeout allows.";
            default ->
                "It kept more WAL than max_slot_wal_keep_size allows, so the server removed what its reader still needs.";
        };
    }
}
