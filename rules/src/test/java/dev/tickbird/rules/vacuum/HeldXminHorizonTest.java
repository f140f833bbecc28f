// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.server.Server;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What no case of the ward can make: standbys, and vacuums that run while one looks.
class HeldXminHorizonTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2026-06-30T11:00:00Z");

    @Test
    void namesTheStandbyThatGivesFeedback() {
        List<Finding> findings = examined(false, List.of(replica(20_000_000L), replica(null)), List.of(), List.of());
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.title())
                    .isEqualTo(
                            "standby \"reports\" keeps vacuum from rows that died in the last 20,000,000 transactions");
            assertThat(finding.detail()).contains("every database", "hot_standby_feedback");
        });
    }

    @Test
    void namesTheSlotThroughWhichAStandbyGivesFeedback() {
        ReplicationSlot slot = new ReplicationSlot(
                "reports",
                "physical",
                null,
                null,
                false,
                true,
                7,
                0L,
                "reserved",
                null,
                20_000_000L,
                null,
                null,
                false,
                null,
                null,
                null);
        assertThat(examined(false, List.of(), List.of(slot), List.of()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("every database", "a process uses it"));
    }

    @Test
    void staysSilentAboutVacuumsParallelWorkersAndWhatRunsOnAStandby() {
        VacuumProgress progress = new VacuumProgress(
                1, "shop", 16_400, "scanning heap", 10, 5, 0, 0, null, 0, null, null, null, null, null);
        List<Session> sessions =
                List.of(session(1, "autovacuum worker"), session(2, "parallel worker"), session(3, "walsender"));
        Map<Class<? extends Fact>, List<? extends Fact>> facts = facts(false, List.of(), List.of(), sessions);
        facts.put(VacuumProgress.class, List.of(progress));
        assertThat(new HeldXminHorizon().examine(new Snapshot(NOW, facts, List.of())))
                .isEmpty();
        assertThat(examined(true, List.of(), List.of(), List.of(session(4, "client backend"))))
                .isEmpty();
    }

    @Test
    void namesASessionThatIsOldInTimeOnly() {
        assertThat(examined(false, List.of(), List.of(), List.of(session(4, "client backend"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("It began 25 hours ago."));
    }

    private static List<Finding> examined(
            boolean standby, List<Replica> replicas, List<ReplicationSlot> slots, List<Session> sessions) {
        return new HeldXminHorizon()
                .examine(new Snapshot(NOW, facts(standby, replicas, slots, sessions), List.of()))
                .toList();
    }

    private static Map<Class<? extends Fact>, List<? extends Fact>> facts(
            boolean standby, List<Replica> replicas, List<ReplicationSlot> slots, List<Session> sessions) {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
        facts.put(
                Server.class,
                List.of(new Server(
                        180_000,
                        "18.0",
                        "shop",
                        "postgres",
                        true,
                        true,
                        standby,
                        NOW,
                        YESTERDAY,
                        YESTERDAY,
                        null,
                        null,
                        9,
                        8192,
                        null)));
        facts.put(Replica.class, replicas);
        facts.put(ReplicationSlot.class, slots);
        facts.put(Session.class, sessions);
        facts.put(VacuumProgress.class, List.of());
        facts.put(PreparedTransaction.class, List.of());
        return facts;
    }

    private static Replica replica(Long snapshotAge) {
        return new Replica(
                8,
                "standby",
                "reports",
                null,
                YESTERDAY,
                "streaming",
                0L,
                0L,
                0L,
                0L,
                null,
                null,
                null,
                0,
                "async",
                snapshotAge,
                NOW);
    }

    private static Session session(int pid, String kind) {
        return new Session(
                pid,
                "shop",
                "app",
                "job",
                null,
                kind,
                YESTERDAY,
                YESTERDAY,
                YESTERDAY,
                YESTERDAY,
                "active",
                null,
                null,
                null,
                500L,
                null,
                "select 1",
                List.of());
    }
}
