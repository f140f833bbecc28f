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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Workers of autovacuum, which no case of the ward can stop in the midst of a table.
class RepeatedIndexPassTest {

    private static final Instant NOW = Instant.EPOCH;

    @Test
    void givesWorkersWhatAllPassesNeed() {
        assertThat(remedy("autovacuum worker", "-1", "65536", 2, 60))
                .isInstanceOfSatisfying(Remedy.Setting.class, setting -> {
                    assertThat(setting.name()).isEqualTo("autovacuum_work_mem");
                    assertThat(setting.value()).isEqualTo("512MB");
                });
        assertThat(remedy("autovacuum worker", "65536", "1048576", 1, 100))
                .isInstanceOfSatisfying(
                        Remedy.Setting.class,
                        setting -> assertThat(setting.value()).isEqualTo("128MB"));
    }

    @Test
    void prescribesNoMoreThanIsSensible() {
        assertThat(remedy("autovacuum worker", "-1", "1048576", 2, 60)).isInstanceOf(Remedy.Advice.class);
    }

    @Test
    void doesNotKnowWhatASessionHas() {
        assertThat(remedy("client backend", "-1", "65536", 2, 60)).isInstanceOf(Remedy.Advice.class);
    }

    private static Remedy remedy(String kind, String autovacuum, String maintenance, long rounds, long read) {
        VacuumProgress progress = new VacuumProgress(
                7, "shop", 1, "scanning heap", 100, read, 0, rounds, null, 0, null, null, null, null, null);
        Session session = new Session(
                7, "shop", null, "", null, kind, null, null, null, null, null, null, null, null, null, null, null,
                List.of());
        Server server = new Server(
                180_000, "18.0", "shop", "app", false, true, false, NOW, NOW, NOW, null, null, 1, 8192, null);
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class, List.of(server),
                Table.class, List.of(),
                VacuumProgress.class, List.of(progress),
                Session.class, List.of(session),
                Setting.class,
                        List.of(
                                setting("autovacuum_work_mem", autovacuum),
                                setting("maintenance_work_mem", maintenance)));
        return new RepeatedIndexPass()
                .examine(new Snapshot(NOW, facts, List.of()))
                .map(Finding::remedy)
                .findFirst()
                .orElseThrow();
    }

    private static Setting setting(String name, String value) {
        return new Setting(
                name, value, "kB", "", "integer", "sighup", "default", null, null, null, value, null, null, false);
    }
}
