// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Stages on the way that no receiver in a case of the ward stops at.
class LaggingReplicaTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final long GIGABYTE = 1L << 30;

    @Test
    void saysWhereTheWalWaits() {
        assertThat(found(replica("streaming", 3 * GIGABYTE, 3 * GIGABYTE, 3 * GIGABYTE), false))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).startsWith("Most of it is not sent yet"));
        assertThat(found(replica("streaming", 0L, 3 * GIGABYTE, 3 * GIGABYTE), false))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.detail()).startsWith("Most of it is sent, but not on the disk"));
        assertThat(found(replica("streaming", 0L, GIGABYTE, 3 * GIGABYTE), false))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.detail()).startsWith("Most of it is on the disk there, but not replayed"));
    }

    @Test
    void knowsASubscriberByItsSlot() {
        assertThat(found(replica("streaming", 0L, 0L, 3 * GIGABYTE), true))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.title()).isEqualTo("subscriber \"reports\" is 3.0 GB behind");
                    assertThat(finding.detail()).contains("not applied");
                });
    }

    @Test
    void leavesBaseBackupsAndThoseWhoAreNearAlone() {
        assertThat(found(replica("backup", 3 * GIGABYTE, null, null), false)).isEmpty();
        assertThat(found(replica("streaming", 0L, 0L, 1000L), false)).isEmpty();
    }

    private static Stream<Finding> found(Replica replica, boolean logical) {
        ReplicationSlot slot = new ReplicationSlot(
                "reports",
                logical ? "logical" : "physical",
                null,
                null,
                false,
                true,
                replica.pid(),
                0L,
                "reserved",
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
        Map<Class<? extends Fact>, List<? extends Fact>> facts =
                Map.of(Replica.class, List.of(replica), ReplicationSlot.class, List.of(slot));
        return new LaggingReplica().examine(new Snapshot(NOW, facts, List.of()));
    }

    private static Replica replica(String state, @Nullable Long sent, @Nullable Long flushed, @Nullable Long replayed) {
        return new Replica(
                7,
                "replicator",
                "reports",
                null,
                NOW.minus(Duration.ofDays(1)),
                state,
                sent,
                flushed,
                flushed,
                replayed,
                null,
                null,
                12.0,
                0,
                "async",
                null,
                NOW);
    }
}
