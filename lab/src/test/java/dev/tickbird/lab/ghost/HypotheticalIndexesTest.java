// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tickbird.model.Snapshot;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What an index would be, beside what it is when it is built on the source.
class HypotheticalIndexesTest {

    private static final String SCHEMA = """
            create table visit (id integer primary key, person integer, city text, price numeric, day date, tags text[]);
            create statistics visit_city (ndistinct) on city, person from visit;
            create table lot (id integer, at date) partition by range (at);
            create table lot_1 partition of lot for values from ('2024-01-01') to ('2024-07-01');
            create table lot_2 partition of lot for values from ('2024-07-01') to ('2025-01-01');
            """;

    private static final String ROWS = """
            insert into visit
            select g, g * 7919 % 20000, 'city ' || g % 300, g % 1000 / 7.0, date '2020-01-01' + g % 1500,
                   array['a' || g % 50, 'b' || g % 90]
            from generate_series(1, 200000) as g;
            insert into lot select g, date '2024-01-01' + g % 366 from generate_series(1, 60000) as g;
            vacuum analyze;
            checkpoint;
            """;

    private static EmbeddedServer server;
    private static TestDatabase source;
    private static TestDatabase twin;
    private static Snapshot snapshot;

    @BeforeAll
    static void build() throws SQLException {
        int major = Servers.majors().getLast();
        server = EmbeddedServer.start(ServerOptions.of(major).withSetting("autovacuum", "off"));
        source = TestDatabase.on(Servers.shared(major));
        twin = TestDatabase.on(server);
        run(source, SCHEMA + ROWS);
        run(twin, SCHEMA);
        snapshot = source.snapshot(GhostTest.everyFact());
        assertThat(Ghost.of(snapshot).appearIn(server, twin.name())).isEmpty();
    }

    @AfterAll
    static void drop() throws SQLException {
        source.close();
        twin.close();
        server.close();
    }

    @Test
    void areAsLongAndHighAsRealOnesAndPlannedAlike() throws SQLException {
        for (String definition : List.of(
                "create index v_person on visit (person)",
                "create unique index concurrently v_both on visit (day, id)",
                "create index v_price on visit (price) include (id)",
                "create index v_part on public.visit (day desc) where person < 5000",
                "create index v_city on visit (city, person)",
                "create index v_expression on visit ((person + 1))",
                "create index v_lower on visit (lower(city), id) with (fillfactor = 60)")) {
            HypotheticalIndex index = Ghost.of(snapshot)
                    .indexesIn(server, twin.name())
                    .create(definition)
                    .getFirst();
            run(source, definition);
            long pages = number(source, "select pg_relation_size('%s') / 8192".formatted(index.name()));
            long there = number(twin, "select pg_relation_size('%s') / 8192".formatted(index.name()));
            assertThat(there).as(definition).isEqualTo(index.pages());
            assertThat((double) there).as(definition).isCloseTo((double) pages, within(0.15 * pages + 1));
            long height = number(source, "select fastlevel from bt_metap('%s')".formatted(index.name()));
            assertThat(index.height()).as(definition).isEqualTo((int) height);
        }
        for (String query : List.of(
                "select * from visit where person = 77",
                "select * from visit where day > '2024-02-05' and id < 1000",
                "select id from visit where price > 142.5",
                "select count(*) from visit where city = 'city 7' and person between 100 and 200")) {
            assertThat(cost(twin, query)).as(query).isCloseTo(cost(source, query), within(0.05 * cost(source, query)));
        }
    }

    @Test
    void areHiddenUntilTheTransactionIsRolledBack() throws SQLException {
        long key = number(twin, "select 'visit_pkey'::regclass::oid");
        try (Connection connection = twin.connect()) {
            assertThat(Plans.of(connection, "select * from visit where id = 7")).contains("visit_pkey");
            connection.setAutoCommit(false);
            HypotheticalIndexes.setVisible(connection, List.of(key), false);
            assertThat(Plans.of(connection, "select * from visit where id = 7")).doesNotContain("visit_pkey");
            connection.rollback();
            assertThat(Plans.of(connection, "select * from visit where id = 7")).contains("visit_pkey");
        }
    }

    @Test
    void areOnEveryPartition() throws SQLException {
        List<HypotheticalIndex> made =
                Ghost.of(snapshot).indexesIn(server, twin.name()).create("create index on lot (id)");
        assertThat(made).extracting(HypotheticalIndex::rows).allMatch(rows -> rows > 29_000);
        assertThat(made).hasSize(2);
        try (Connection connection = twin.connect()) {
            assertThat(Plans.of(connection, "select * from lot where id = 3")).contains("lot_1_id_idx");
        }
    }

    @Test
    void areOfEveryMethod() throws SQLException {
        for (String method : List.of(
                "hash (person)", "brin (day)", "gin (tags)", "spgist (city)", "gist (int4range(person, person + 9))")) {
            HypotheticalIndex index = Ghost.of(snapshot)
                    .indexesIn(server, twin.name())
                    .create("create index m on visit using " + method)
                    .getFirst();
            run(source, "create index m on visit using " + method);
            long pages = number(source, "select pg_relation_size('m') / 8192");
            assertThat((double) index.pages()).as(method).isBetween(pages / 2.0 - 3, pages * 2.0 + 3);
            run(source, "drop index m");
            run(twin, "explain select * from visit where person = 3; drop index m");
        }
    }

    @Test
    void refuseWhatIsNoIndexInTheServersWords() {
        HypotheticalIndexes indexes = Ghost.of(snapshot).indexesIn(server, twin.name());
        assertThatThrownBy(() -> indexes.create("drop table visit")).hasMessageContaining("does not create an index");
        assertThatThrownBy(() -> indexes.create("create index on visit (nothing)"))
                .hasMessageContaining("column \"nothing\" does not exist");
        assertThatThrownBy(() -> indexes.create("create index on nowhere (id)"))
                .hasMessageContaining("relation \"nowhere\" does not exist");
    }

    private static double cost(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect()) {
            String plan = Plans.of(connection, query);
            return Double.parseDouble(plan.replaceAll("(?s).*?\"Total Cost\": ([0-9.]+).*", "$1"));
        }
    }

    private static long number(TestDatabase database, String question) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pageinspect");
            try (ResultSet row = statement.executeQuery(question)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void run(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect()) {
            Script.run(connection, script);
        }
    }
}
