// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tickbird emergency` on real servers.
class EmergencyCommandTest {

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void namesTheRootOfALockTree(int major) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major));
                Connection root = database.connect();
                Connection middle = database.connect();
                Connection last = database.connect()) {
            Script.run(root, "create table seat (id int); insert into seat values (1); begin; update seat set id = 2");
            waitFor(middle, "alter table seat add note text");
            waitFor(last, "select * from seat");
            Thread.sleep(1000);
            JsonNode told = told("locks", database.uri());
            assertThat(told.path("seen").get(0).path("title").asString()).contains("keeps 2 other sessions waiting");
            assertThat(told.path("first").path("sql").get(0).asString()).contains("pg_terminate_backend");
            Script.run(root, "rollback");
            assertThat(told("locks", database.uri()).path("headline").asString())
                    .isEqualTo("nothing of this is seen");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void findsWhoSpillsToDisk(int major) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major));
                Connection spilling = database.connect()) {
            Script.run(
                    spilling,
                    "set work_mem = '64kB'; begin; declare sorted cursor for select n, repeat('x', 100) as note"
                            + " from generate_series(1, 100000) as n order by md5(n::text); fetch 1 from sorted");
            JsonNode told = told("disk", database.uri());
            assertThat(told.path("seen").get(0).path("title").asString()).contains("has spilled", "temporary file");
            assertThat(told.path("first").path("sql").get(0).asString()).contains("pg_terminate_backend");
        }
    }

    @Test
    void saysWhatToDoWhenNobodyIsLetIn() throws Exception {
        try (EmbeddedServer server =
                        Servers.own(18, Map.of("max_connections", "6", "superuser_reserved_connections", "1"));
                TestDatabase database = TestDatabase.on(server)) {
            List<Connection> taken = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                taken.add(database.connect());
            }
            assertThat(told("connections", database.uri()).path("state").asString())
                    .isEqualTo("emergency");
            for (int i = 0; i < 2; i++) {
                taken.add(database.connect());
            }
            Run run = Run.of("emergency", "connections", database.uri());
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.out()).contains("too many clients already", "FIRST", "NEVER");
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"corruption", "slow", "disk", "connections", "replication", "locks", "intrusion", "wraparound"})
    void tellsOfAHealthyServerWhatItLookedAt(String emergency) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            Run run = Run.of("emergency", emergency, database.uri());
            assertThat(run.code()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("FIRST", "NEVER", "counted");
        }
    }

    @Test
    void listsPlaybooksAndRefusesWhatIsNone() {
        assertThat(Run.of("emergency").succeedsWith(0).out()).contains("wraparound", "locks");
        Run.of("emergency", "lokcs")
                .failsWith(2, "there is no playbook \"lokcs\"")
                .hints("Did you mean \"locks\"?");
    }

    private static JsonNode told(String emergency, String uri) {
        Run run = Run.of("emergency", emergency, uri, "--format", "json");
        assertThat(run.code()).as(run.err()).isLessThan(2);
        return JsonMapper.shared().readTree(run.out()).path("playbooks").get(0);
    }

    private static void waitFor(Connection connection, String sql) throws InterruptedException {
        Thread.ofVirtual().start(() -> {
            try {
                Script.run(connection, sql);
            } catch (SQLException e) {
                System.getLogger("test").log(System.Logger.Level.DEBUG, "the case ended first", e);
            }
        });
        Thread.sleep(300);
    }
}
