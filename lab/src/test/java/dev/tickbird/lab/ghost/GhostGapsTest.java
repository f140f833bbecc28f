// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What cannot be made exact is said.
class GhostGapsTest {

    private static final String SCHEMA = """
            create type mood as enum ('sad', 'glad');
            create table person (id integer primary key, name text, mood mood);
            create index person_name on person (name);
            """;

    private static final String ROWS = """
            insert into person select g, md5(g::text), 'glad' from generate_series(1, 50000) as g;
            vacuum analyze;
            """;

    private static final int MAJOR = Servers.majors().getLast();

    @Test
    void tellsWhatIsNotThereAndWhatIsRefused() throws SQLException {
        List<String> reasons = reasons(
                GhostTest.everyFact(),
                "create type mood as enum ('sad');"
                        + SCHEMA.substring(SCHEMA.indexOf("create table"))
                                .replace("create index person_name on person (name);", ""));
        assertThat(reasons)
                .contains("not there: public.person_name")
                .anyMatch(reason -> reason.startsWith(
                        "statistics of public.person.mood were refused: invalid input value for enum public.mood"));
    }

    @Test
    void knowsHowWideAColumnIsWhoseValuesAreRefused() throws SQLException {
        String table = "create table kept (tree pg_node_tree, number int);";
        compare(
                table + "insert into kept select conbin, 1 from pg_constraint; analyze kept",
                table,
                (original, ghost, reasons) -> {
                    assertThat(reasons)
                            .containsExactly("statistics of public.kept.tree were refused:"
                                    + " cannot accept a value of type pg_node_tree");
                    assertThat(Plans.of(ghost, "select * from kept"))
                            .isEqualTo(Plans.of(original, "select * from kept"));
                });
    }

    @Test
    void leavesOutWhatAnExtensionCountsInItsOwnWay() throws SQLException {
        String schema = """
                create type place;
                create function place_in(cstring) returns place language internal strict immutable as 'textin';
                create function place_out(place) returns cstring language internal strict immutable as 'textout';
                create type place (input = place_in, output = place_out, like = text);
                create function count_places(internal) returns boolean language internal as 'range_typanalyze';
                create table visited (place place, number int);
                """;
        String counted = "alter type place set (analyze = count_places)";
        compare(
                schema + "insert into visited values ('here', 1), ('there', 2); analyze;" + counted,
                schema + counted,
                (_, ghost, reasons) -> {
                    assertThat(reasons)
                            .containsExactly("statistics of public.visited.place were refused:"
                                    + " what public.count_places counts, no view shows");
                    try (Statement statement = ghost.createStatement();
                            ResultSet row = statement.executeQuery("select string_agg(staattnum::text, '')"
                                    + " from pg_statistic where starelid = 'visited'::regclass")) {
                        row.next();
                        assertThat(row.getString(1)).isEqualTo("2");
                    }
                });
    }

    private interface Look {
        void at(Connection original, Connection ghost, List<String> reasons) throws SQLException;
    }

    /// Looks at a database beside its ghost.
    private static void compare(String onSource, String onTwin, Look look) throws SQLException {
        try (TestDatabase source = TestDatabase.on(Servers.shared(MAJOR));
                EmbeddedServer server =
                        EmbeddedServer.start(ServerOptions.of(MAJOR).withSetting("autovacuum", "off"));
                TestDatabase twin = TestDatabase.on(server);
                Connection original = source.connect();
                Connection ghost = twin.connect()) {
            Script.run(original, onSource);
            Script.run(ghost, onTwin);
            List<String> reasons =
                    Ghost.of(source.snapshot(GhostTest.everyFact())).appearIn(server, twin.name()).stream()
                            .map(Gap::reason)
                            .toList();
            look.at(original, ghost, reasons);
        }
    }

    @Test
    void estimatesHeightsThatTheSnapshotLacksAndSaysSo() throws SQLException {
        Set<Class<? extends Fact>> facts = new HashSet<>(GhostTest.everyFact());
        facts.removeAll(Set.of(IndexMetapage.class, ColumnEnds.class));
        assertThat(reasons(facts, SCHEMA))
                .contains(
                        "the snapshot was taken without it",
                        "2 first pages of indexes estimated: public.person_name, public.person_pkey");
    }

    @Test
    void saysThatNothingIsKnownWithoutStatistics() throws SQLException {
        Set<Class<? extends Fact>> facts = new HashSet<>(GhostTest.everyFact());
        facts.remove(ColumnStatistics.class);
        assertThat(reasons(facts, SCHEMA)).contains("the snapshot was taken without it");
    }

    @Test
    void leavesTheDatabaseAsItWasWhenItFails() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(ServerOptions.of(MAJOR))) {
            Snapshot empty = new Snapshot(Instant.EPOCH, Map.of(), List.of());
            assertThatThrownBy(() -> Ghost.of(empty).appearIn(server, "nowhere"))
                    .hasMessageContaining("database \"nowhere\" does not exist");
            assertThat(Ghost.of(empty).appearIn(server, "postgres"))
                    .extracting(Gap::fact)
                    .contains(ColumnStatistics.class);
        }
    }

    @Test
    void saysThatTextSortsOtherwise() throws SQLException {
        try (TestDatabase source = TestDatabase.on(Servers.shared(MAJOR));
                EmbeddedServer server = EmbeddedServer.start(ServerOptions.of(MAJOR))) {
            try (Connection connection = source.connect()) {
                Script.run(connection, SCHEMA);
            }
            Snapshot snapshot = source.snapshot(GhostTest.everyFact());
            Snapshot german = snapshot.through(facts -> facts.stream()
                    .map(fact -> fact instanceof Database database ? sortingAs("de_DE.UTF-8", database) : fact)
                    .toList());
            assertThat(Ghost.of(german).appearIn(server, "postgres"))
                    .extracting(Gap::reason)
                    .contains("text is sorted as in de_DE.UTF-8 on the source, and as in C here: estimates of ranges of"
                            + " text may differ")
                    .contains("autovacuum is on here: it would read the ghost, and overwrite what it shows");
        }
    }

    private static Database sortingAs(String collation, Database database) {
        return new Database(
                database.oid(),
                database.name(),
                database.owner(),
                database.encoding(),
                collation,
                collation,
                database.provider(),
                database.locale(),
                database.collationVersion(),
                database.actualCollationVersion(),
                database.tablespace(),
                database.template(),
                database.allowsConnections(),
                database.connectionLimit(),
                database.frozenAge(),
                database.multixactAge(),
                database.connectable());
    }

    private static List<String> reasons(Set<Class<? extends Fact>> facts, String schema) throws SQLException {
        try (TestDatabase source = TestDatabase.on(Servers.shared(MAJOR));
                EmbeddedServer server =
                        EmbeddedServer.start(ServerOptions.of(MAJOR).withSetting("autovacuum", "off"));
                TestDatabase twin = TestDatabase.on(server)) {
            try (Connection connection = source.connect()) {
                Script.run(connection, SCHEMA + ROWS);
            }
            try (Connection connection = twin.connect()) {
                Script.run(connection, schema);
            }
            List<String> reasons = new ArrayList<>();
            Ghost.of(source.snapshot(facts)).appearIn(server, twin.name()).forEach(gap -> reasons.add(gap.reason()));
            return reasons;
        }
    }
}
