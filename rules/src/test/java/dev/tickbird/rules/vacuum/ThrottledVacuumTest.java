// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Hours of vacuuming, and a server that measures how long it sleeps, as PostgreSQL 18 can.
class ThrottledVacuumTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final double HOUR = Duration.ofHours(1).toMillis();

    @Test
    void goesByWhatIsMeasuredWhereItIs() {
        assertThat(found("autovacuum worker", 9 * HOUR, "VacuumDelay"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("It sleeps 90 % of the time"));
        assertThat(found("autovacuum worker", HOUR, "VacuumDelay")).isEmpty();
    }

    @Test
    void goesByThisMomentElsewhere() {
        assertThat(found("autovacuum worker", null, "VacuumDelay")).hasSize(1);
        assertThat(found("autovacuum worker", null, "DataFileRead")).isEmpty();
    }

    @Test
    void raisesWhatAllWorkersShare() {
        assertThat(found("autovacuum worker", null, "VacuumDelay").map(Finding::remedy))
                .singleElement()
                .isInstanceOfSatisfying(Remedy.Setting.class, setting -> {
                    assertThat(setting.name()).isEqualTo("autovacuum_vacuum_cost_limit");
                    assertThat(setting.value()).isEqualTo("1000");
                });
        assertThat(found("client backend", null, "VacuumDelay").map(Finding::remedy))
                .singleElement()
                .isInstanceOf(Remedy.Advice.class);
    }

    private static Stream<Finding> found(String kind, @Nullable Double delayMillis, String waitEvent) {
        VacuumProgress progress = new VacuumProgress(
                7, "elsewhere", 1, "scanning heap", 100, 60, 0, 0, null, 0, null, null, null, null, delayMillis);
        Session session = new Session(
                7,
                "elsewhere",
                null,
                "",
                null,
                kind,
                NOW,
                NOW.minus(Duration.ofHours(10)),
                NOW,
                NOW,
                "active",
                "Timeout",
                waitEvent,
                null,
                null,
                null,
                null,
                List.of());
        Server server = new Server(
                180_000, "18.0", "shop", "app", false, true, false, NOW, NOW, NOW, null, null, 1, 8192, null);
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class, List.of(server),
                Table.class, List.of(),
                VacuumProgress.class, List.of(progress),
                Session.class, List.of(session),
                Setting.class,
                        List.of(setting("autovacuum_vacuum_cost_limit", "-1"), setting("vacuum_cost_limit", "200")));
        return new ThrottledVacuum().examine(new Snapshot(NOW, facts, List.of()));
    }

    private static Setting setting(String name, String value) {
        return new Setting(
                name, value, null, "", "integer", "sighup", "default", null, null, null, value, null, null, false);
    }
}
