// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How `tickbird emergency` is asked, and how it answers; what it finds is {@link SickServerTest}'s matter.
class EmergencyCommandTest {

    private static final List<String> NAMES =
            List.of("corruption", "slow", "disk", "connections", "replication", "locks", "intrusion", "wraparound");

    private static final Path APPROVED = Path.of(
            System.getProperty("tickbird.root"), "app/src/test/resources/dev/tickbird/app/emergency/healthy.txt");

    @TempDir
    private Path folder;

    /// The whole of what is said, for silence would be as wrong as a false alarm.
    @Test
    void seesNothingOnAHealthyServer() throws Exception {
        try (EmbeddedServer server = Servers.own(18, Map.of());
                TestDatabase database = TestDatabase.on(server)) {
            try (Connection connection = database.connect()) {
                Script.run(
                        connection,
                        "create role app login connection limit 20; create table seat (id int primary key, sold boolean);"
                                + " insert into seat select n, false from generate_series(1, 1000) as n;"
                                + " vacuum (analyze) seat");
            }
            StringBuilder said = new StringBuilder();
            for (String name : NAMES) {
                said.append(Run.of("emergency", name, database.uri())
                                .succeedsWith(0)
                                .out())
                        .append("\n\n");
            }
            String triage = Run.of("emergency", database.uri()).succeedsWith(0).out();
            Approval.compare(APPROVED, normalised(said + triage, database));
        }
    }

    private static String normalised(String text, TestDatabase database) {
        return text.replace(database.server().dataFolder().toString(), "/DATA")
                .replaceAll("(?m)^target   .*(\n {9}.*)*", "target   TARGET")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "NOW")
                .replace(database.name(), "DATABASE")
                .replaceAll("\\d[\\d,.]*( (?:MB|kB|files?|locks?|functions?|%))", "N$1")
                .replaceAll("\\([\\d,]+\\); [\\d,]+ are left", "(N); N are left");
    }

    @Test
    void looksWhichPlaybookIsCalledFor() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18));
                Connection root = database.connect();
                Waiter waiter = new Waiter(database)) {
            Script.run(root, "create table seat (id int); begin; lock table seat");
            waiter.begin("select * from seat");
            JsonNode told = JsonMapper.shared()
                    .readTree(Run.of("emergency", database.uri(), "--format", "json")
                            .out());
            assertThat(told.path("playbooks")
                            .valueStream()
                            .map(it -> it.path("emergency").asString()))
                    .containsExactlyElementsOf(NAMES);
            assertThat(Run.of("emergency", database.uri()).out())
                    .contains("signs of", "locks        session ", "tickbird emergency locks TARGET");
        }
    }

    /// What could not be seen is not called fine, and the way to see it is told.
    @Test
    void saysWhatARoleWithoutPrivilegesCannotSee() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18));
                Connection root = database.connect();
                Waiter waiter = new Waiter(database)) {
            Script.run(root, "create role passer_by login; create table seat (id int); begin; lock table seat");
            waiter.begin("select * from seat");
            String asPasserBy = database.uri().replace("//postgres@", "//passer_by@");
            assertThat(asPasserBy).isNotEqualTo(database.uri());
            assertThat(prose(Run.of("emergency", asPasserBy)))
                    .contains("not everything could be looked at", "unseen", "pg_monitor");
            assertThat(prose(Run.of("emergency", "disk", asPasserBy).succeedsWith(0)))
                    .startsWith("disk: nothing of this is seen, but not everything could be looked at ")
                    .contains("? bytes in temporary files", "temporary files: permission denied", "grant pg_monitor");
            assertThat(prose(Run.of("emergency", "locks", asPasserBy)))
                    .contains("1 session waits for a lock, and who holds it is not seen", "pg_read_all_stats");
            Script.run(root, "rollback; drop role passer_by");
        }
    }

    /// Whatever its lines are.
    private static String prose(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    @Test
    void looksAtAFileAsItIs() throws Exception {
        Path file = folder.resolve("friday.tickbird");
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            Run.of("snapshot", database.uri(), "-o", file.toString()).succeedsWith(0);
        }
        assertThat(Run.of("emergency", "slow", file.toString()).succeedsWith(0).out())
                .contains("seen at  20", "1 look, for nobody looked again");
        assertThat(Run.of("emergency", file.toString()).code()).isLessThan(2);
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
            Run run = Run.of("emergency", "connections", database.uri());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out())
                    .startsWith("connections: ")
                    .contains("ALARM", "FIRST    See who has the connections")
                    .doesNotContain("pg_terminate_backend"); // all of them have only just come
            for (int i = 0; i < 2; i++) {
                taken.add(database.connect());
            }
            Run full = Run.of("emergency", "locks", database.uri()).succeedsWith(3);
            assertThat(full.out())
                    .startsWith("connections: the server let nobody in: sorry, too many clients already\n")
                    .contains("FIRST    Stop one of the applications", "NEVER");
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void saysWhatToDoWhereNobodyAnswers() {
        String nowhere = "host=" + folder + " port=5999 user=app dbname=shop";
        Run disk = Run.of("emergency", "disk", nowhere).succeedsWith(3);
        assertThat(disk.out())
                .startsWith("disk: could not connect to ")
                .contains("FIRST    See on the server's host whether it runs", "No space left on device", "NEVER")
                .contains("Never delete, move or empty files in pg_wal");
        assertThat(prose(Run.of("emergency", nowhere).succeedsWith(3)))
                .contains("No space left on device", "could not locate a valid checkpoint record", "listen_addresses");
        JsonNode told = JsonMapper.shared()
                .readTree(Run.of("emergency", "intrusion", nowhere, "--format", "json")
                        .succeedsWith(3)
                        .out());
        assertThat(told.path("takenAt").isNull()).isTrue();
        assertThat(told.path("playbooks")
                        .get(0)
                        .path("next")
                        .get(1)
                        .path("what")
                        .asString())
                .startsWith("Cut the host off from the network");
        Run.of("emergency", "locks", Servers.shared(18).uri("nowhere"))
                .failsWith(3, "database \"nowhere\" does not exist");
    }

    @Test
    void listsThePlaybooksInBothForms() throws Exception {
        assertThat(Run.of("emergency").succeedsWith(0).out().lines().limit(8))
                .allMatch(line -> NAMES.contains(line.split(" ")[0]));
        Path file = folder.resolve("list.json");
        assertThat(Run.of("emergency", "-o", file.toString()).succeedsWith(0).out())
                .isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(file))
                        .path("playbooks")
                        .valueStream()
                        .map(it -> it.path("emergency").asString()))
                .containsExactlyElementsOf(NAMES);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Run.of("emergency", "lokcs")
                .failsWith(2, "there is no playbook \"lokcs\"")
                .hints("Did you mean \"locks\"?");
        Run.of("emergency", "fire", "dbname=shop")
                .failsWith(2, "there is no playbook \"fire\"")
                .hints("There are ");
        Run.of("emergency", "locks", "--format", "sarif").failsWith(2, "a playbook cannot be written as sarif");
        Run.of("emergency", "--format", "html").failsWith(2, "a playbook cannot be written as html");
    }
}
