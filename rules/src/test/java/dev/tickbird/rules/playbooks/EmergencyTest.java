// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What no test server can be: nearly out of transaction IDs, or busy with hundreds.
class EmergencyTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    /// However little is seen, there is a first step, and it ends nobody.
    @ParameterizedTest
    @EnumSource
    void endsNobodyInTheDark(Emergency emergency) {
        Diagnosis diagnosis = emergency.diagnose(snapshot(Map.of()), List.of());
        assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.NOTHING);
        assertThat(diagnosis.first().sql()).noneMatch(sql -> sql.text().matches(".*(terminate|cancel|alter|drop).*"));
        assertThat(diagnosis.never()).isNotEmpty();
    }

    @Test
    void endsTheHolderFirstWhereTimeRunsOut() {
        Diagnosis diagnosis = wraparound(1_700_000_000);
        assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.EMERGENCY);
        assertThat(diagnosis.headline()).startsWith("database \"shop\" is 1,700,000,000 transactions old");
        assertThat(diagnosis.first().what()).startsWith("If nobody needs what session 7 does");
        assertThat(diagnosis.next().getFirst().sql().stream().map(Object::toString))
                .containsExactly(
                        "set vacuum_cost_delay = 0",
                        "vacuum (verbose, index_cleanup off, truncate off) public.\"Last Seat\"");
    }

    @Test
    void looksFirstWhileThereIsTime() {
        Diagnosis diagnosis = wraparound(300_000_000);
        assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.SIGNS);
        assertThat(diagnosis.first().sql().getFirst().text()).startsWith("select datname");
        assertThat(wraparound(150_000_000).headline()).doesNotContain("transactions old");
    }

    @ParameterizedTest
    @CsvSource({
        "40, IO, DataFileRead, EMERGENCY, wait for the disk",
        "40, LWLock, WALWrite, EMERGENCY, wait for short locks",
        "40, IPC, ExecuteGather, SIGNS, their own parallel workers",
        "40, , , SIGNS, compute",
        "4, IO, DataFileRead, SIGNS, wait for the disk",
        "4, Client, ClientWrite, NOTHING, nothing of this",
        "4, , , NOTHING, nothing of this",
    })
    void tellsWaitingFromWork(
            int sessions, @Nullable String type, @Nullable String event, Diagnosis.State state, String words) {
        List<Session> busy = Collections.nCopies(sessions, session(8, "active", Duration.ofSeconds(1), type, event));
        Diagnosis diagnosis =
                Emergency.SLOW.diagnose(snapshot(Map.of(Session.class, busy)), List.of(busy, busy, busy, busy));
        assertThat(diagnosis.state()).isEqualTo(state);
        assertThat(diagnosis.headline()).contains(words);
    }

    @Test
    void takesManagedServersForWhatTheyAre() {
        EditionEvidence evidence = new EditionEvidence("role", "rds_superuser", "");
        for (Emergency emergency : Emergency.values()) {
            Diagnosis diagnosis =
                    emergency.diagnose(snapshot(Map.of(EditionEvidence.class, List.of(evidence))), List.of());
            assertThat(diagnosis.measures().stream()
                            .flatMap(measure -> measure.shell().stream())
                            .collect(Collectors.joining("\n")))
                    .as(emergency.toString())
                    .doesNotContain("/var/log", "PGDATA", "pg_ctl");
        }
    }

    private static Diagnosis wraparound(long age) {
        return Emergency.WRAPAROUND.diagnose(
                snapshot(Map.of(
                        Database.class, List.of(database(age)),
                        Table.class, List.of(table(age)),
                        Setting.class, List.of(setting("autovacuum_freeze_max_age", "200000000")),
                        Session.class, List.of(session(7, "idle in transaction", Duration.ofHours(3), null, null)))),
                List.of());
    }

    private static Snapshot snapshot(Map<Class<? extends Fact>, List<? extends Fact>> facts) {
        Server server = new Server(
                180_000, "18.0", "shop", "app", false, true, false, NOW, NOW, NOW, null, null, 9, 8192, null);
        return new Snapshot(NOW, Map.of(Server.class, List.of(server)), List.of()).with(facts);
    }

    private static Session session(
            int pid, String state, Duration since, @Nullable String waitType, @Nullable String waitEvent) {
        Instant then = NOW.minus(since);
        return new Session(
                pid,
                "shop",
                "app",
                "job",
                null,
                "client backend",
                then,
                then,
                then,
                then,
                state,
                waitType,
                waitEvent,
                140_000_000L,
                140_000_000L,
                null,
                "select 1",
                List.of());
    }

    private static Setting setting(String name, String value) {
        return new Setting(
                name, value, null, "", "integer", "postmaster", "default", null, null, null, null, null, null, false);
    }

    private static Database database(long age) {
        return new Database(
                16_384,
                "shop",
                "app",
                "UTF8",
                "C",
                "C",
                "libc",
                null,
                null,
                null,
                "pg_default",
                false,
                true,
                -1,
                age,
                0,
                true);
    }

    private static Table table(long age) {
        return new Table(
                16_385,
                "public",
                "Last Seat",
                Table.Kind.ORDINARY,
                Table.Persistence.PERMANENT,
                "app",
                null,
                false,
                false,
                false,
                Table.ReplicaIdentity.DEFAULT,
                1_000,
                10,
                0,
                age,
                0L,
                null,
                "heap",
                null,
                List.of(),
                List.of(),
                1,
                null,
                true,
                null);
    }
}
