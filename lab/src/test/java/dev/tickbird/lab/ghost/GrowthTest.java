// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tables that grow, up to terabytes that take no disk.
class GrowthTest {

    private static final String SCHEMA = """
            create table person (id integer primary key, country integer);
            create table visit (id bigint primary key, person integer not null references person, note text);
            create index visit_person on visit (person);
            """;

    private static final String ROWS = """
            insert into person select g, g % 30 from generate_series(1, 2000) as g;
            insert into visit select g, 1 + g % 2000, repeat('n', 100) from generate_series(1, 100000) as g;
            vacuum analyze;
            """;

    @Test
    void makesTwoTerabytesWithoutDisk() throws SQLException, IOException {
        int major = Servers.majors().getLast();
        try (TestDatabase source = TestDatabase.on(Servers.shared(major));
                EmbeddedServer server =
                        EmbeddedServer.start(ServerOptions.of(major).withSetting("autovacuum", "off"));
                TestDatabase twin = TestDatabase.on(server)) {
            run(source, SCHEMA + ROWS);
            run(twin, SCHEMA);
            Snapshot snapshot = source.snapshot(GhostTest.everyFact());
            long before = used(server.dataFolder());

            Ghost.of(snapshot).grow(150_000).appearIn(server, twin.name());

            assertThat(used(server.dataFolder()) - before).isLessThan(10_000_000);
            assertThat(number(twin, "select pg_relation_size('visit')")).isGreaterThan(2_000_000_000_000L);
            assertThat(plan(twin, "select * from visit where id = 5000"))
                    .contains("visit_pkey")
                    .contains("rows=1 ");
            assertThat(plan(twin, "select * from visit where note = 'x'")).contains("Parallel Seq Scan");
            assertThat(plan(twin, "select distinct person from visit")).contains("rows=300000000 ");

            Ghost.of(snapshot).appearIn(server, twin.name()); // and small again, its files gone

            assertThat(plan(twin, "select * from visit")).contains("rows=100000 ");
            assertThat(number(twin, "select pg_relation_size('visit')")).isLessThan(20_000_000);
            try (Stream<Path> files = Files.walk(server.dataFolder().resolve("base"))) {
                assertThat(files.filter(file -> file.getFileName().toString().endsWith(".1000")))
                        .isEmpty();
            }
        }
    }

    @Test
    void growsOneTableAndLetsCountsOfValuesBe() throws SQLException {
        try (TestDatabase source =
                TestDatabase.on(Servers.shared(Servers.majors().getLast()))) {
            run(source, SCHEMA + ROWS);
            Snapshot snapshot = source.snapshot(GhostTest.everyFact());
            Snapshot grown = Ghost.of(snapshot)
                    .grow(new QualifiedName("public", "person"), 10)
                    .snapshot();
            assertThat(grown.all(Table.class))
                    .extracting(Table::name, Table::rows)
                    .containsExactly(tuple("person", 20_000L), tuple("visit", 100_000L));
            assertThat(distinct(grown, "country")).isEqualTo(30);
            assertThat(distinct(grown, "person")).isEqualTo(20_000);
            assertThatThrownBy(() -> Ghost.of(snapshot).grow(new QualifiedName("public", "nobody"), 2))
                    .hasMessage("table \"public.nobody\" does not exist in the snapshot");
        }
    }

    private static double distinct(Snapshot snapshot, String column) {
        return snapshot.all(ColumnStatistics.class).stream()
                .filter(known -> known.column().equals(column))
                .findFirst()
                .orElseThrow()
                .distinct();
    }

    /// Bytes on disk: Java does not tell the blocks of a file, `du` does.
    private static long used(Path folder) throws IOException {
        Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
        String text = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(text.split("\\s")[0]) * 1024;
    }

    private static String plan(TestDatabase database, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain " + query)) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static long number(TestDatabase database, String question) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect()) {
            Script.run(connection, script);
        }
    }
}
