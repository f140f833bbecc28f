// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.WalPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far standbys are behind.
final class ReplicationLag {

    private ReplicationLag() {}

    static Reading of(Snapshot snapshot) {
        return snapshot.the(Server.class).inRecovery() ? ofThisStandby(snapshot) : ofStandbys(snapshot);
    }

    private static Reading ofStandbys(Snapshot snapshot) {
        @Nullable Reading blind = Sight.blind(snapshot, Replica.class);
        if (blind != null) {
            return blind;
        }
        List<Replica> replicas = snapshot.all(Replica.class).stream()
                .filter(replica -> replica.state().equals("streaming"))
                .toList();
        if (replicas.isEmpty()) {
            return new Reading.Unmeasured("no standby receives WAL from this server", "");
        }
        if (replicas.stream().allMatch(replica -> replica.replayLagBytes() == null)) {
            return new Reading.Unmeasured(
                    "the role may not see how far the standbys are", "Grant it pg_monitor, or pg_read_all_stats.");
        }
        double seconds = replicas.stream() // none is told for what was replayed at once
                .mapToDouble(replica -> Objects.requireNonNullElse(replica.replayLagSeconds(), 0.0))
                .max()
                .orElseThrow();
        return Reading.Measured.of(
                seconds * 1000,
                "until the slowest of " + Words.count(replicas.size(), "standby")
                        + " had replayed what was written, pg_stat_replication, at this moment");
    }

    private static Reading ofThisStandby(Snapshot snapshot) {
        @Nullable Reading blind = Sight.blind(snapshot, WalPosition.class);
        if (blind != null) {
            return blind;
        }
        WalPosition position = snapshot.the(WalPosition.class);
        @Nullable Instant replayed = position.replayedAt();
        if (Objects.equals(position.receivedBytes(), position.bytes())) {
            return Reading.Measured.of(0, "this standby has replayed all that it has received");
        }
        if (replayed == null) {
            return new Reading.Unmeasured("this standby has not replayed a transaction since it was started", "");
        }
        return Reading.Measured.of(
                (double) Math.max(
                        0, Duration.between(replayed, snapshot.takenAt()).toMillis()),
                "since the commit of the last transaction that this standby has replayed, with more received");
    }
}
