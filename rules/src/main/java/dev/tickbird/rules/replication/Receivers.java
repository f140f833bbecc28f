// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Who receives WAL from here. Reads replicas and slots.
final class Receivers {

    private Receivers() {}

    /// Those that have been connected for some time, base backups left out: who has just come, has to catch up.
    static Stream<Replica> settled(Snapshot snapshot, Duration minAge) {
        return snapshot.all(Replica.class).stream()
                .filter(replica -> !replica.state().equals("backup"))
                .filter(replica -> connected(replica, snapshot).compareTo(minAge) >= 0);
    }

    static Duration connected(Replica replica, Snapshot snapshot) {
        Instant now = snapshot.takenAt();
        return Duration.between(Objects.requireNonNullElse(replica.startedAt(), now), now);
    }

    static Optional<ReplicationSlot> slot(Replica replica, Snapshot snapshot) {
        return snapshot.all(ReplicationSlot.class).stream()
                .filter(slot -> Objects.equals(slot.activePid(), replica.pid()))
                .findFirst();
    }

    /// A subscriber or connector reads changes; all others copy page by page.
    static boolean isLogical(Replica replica, Snapshot snapshot) {
        return slot(replica, snapshot)
                .filter(slot -> slot.kind().equals("logical"))
                .isPresent();
    }
}
