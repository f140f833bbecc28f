// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.lab.whatif.Changes;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Query;
import dev.tickbird.lab.whatif.WhatIf;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.Table;
import dev.tickbird.observe.RowSampler;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The proof: what is told of statistics that are not there is what PostgreSQL plans when they are.
class NewStatisticsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String SCHEMA = """
            create table address (id integer primary key, gone text, zip integer, city text, state text, built date);
            alter table address drop column gone;
            create table part (a integer, b integer, c text) partition by range (a);
            create table part_1 partition of part for values from (0) to (500);
            create table part_2 partition of part for values from (500) to (1000);
            insert into address
            select g, zip, 'city ' || zip / 40, 'state ' || zip / 2000, date '2000-01-01' + g % 5000
            from generate_series(1, 100000) as g
            cross join lateral (select case when g % 4 = 0 then 4711 else g * 7919::bigint % 20000 end) as other (zip);
            insert into part select g % 1000, g % 1000 / 10, 'c' || g % 1000 / 10 from generate_series(1, 50000) as g;
            analyze;
            """;

    private static final List<String> STATISTICS = List.of(
            "create statistics places (ndistinct, dependencies, mcv) on city, state, zip from address",
            "create statistics (mcv) on city, (upper(state)) from public.address;",
            "create statistics years on (date_part('year', built::timestamp)) from address",
            "create statistics parts on a, b, c from part");

    private static final List<String> QUERIES = List.of(
            "select * from address where city = 'city 7' and state = 'state 0'",
            "select * from address where city = 'city 7' and state = 'state 5'",
            "select * from address where zip = 77 and city = 'city 1' and state = 'state 0'",
            "select city, state, count(*) from address group by city, state",
            "select zip, state, count(*) from address group by zip, state",
            "select * from address where city = 'city 117' and upper(state) = 'STATE 2'",
            "select * from address where date_part('year', built::timestamp) = 2005",
            "select date_part('year', built::timestamp), count(*) from address group by 1",
            "select b, c, count(*) from part group by b, c",
            "select * from part where b = 7 and c = 'c7'");

    static Set<Integer> majors() {
        return new TreeSet<>(List.of(Servers.majors().getFirst(), newest()));
    }

    private static int newest() {
        return Servers.majors().getLast();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void plansAsWithTheStatistics(int major) throws SQLException {
        try (TestDatabase source = TestDatabase.on(Servers.shared(major))) {
            run(source, SCHEMA);
            Changes changes = Changes.NONE;
            List<String> created = new ArrayList<>();
            for (String statement : STATISTICS) {
                boolean named = major >= 16 || !statement.contains("statistics (");
                String sql = named ? statement : statement.replace("statistics (", "statistics nameless (");
                changes = changes.withStatistics(sql);
                created.add(sql.replaceAll(";$", ""));
            }
            Answer answer = ask(source, major, changes, rows(source));
            assertThat(answer.unplanned()).isEmpty();
            run(source, String.join("; ", created) + "; analyze");
            for (Planned planned : answer.queries()) {
                PlanTree real = plan(source, planned.sql());
                PlanTree told = planned.after().tree();
                assertThat(told.rows()).as(planned.sql()).isCloseTo(real.rows(), within(2 + 0.15 * real.rows()));
                assertThat(told.totalCost())
                        .as(planned.sql())
                        .isCloseTo(real.totalCost(), within(0.1 * real.totalCost()));
            }
            assertThat(answer.gaps())
                    .extracting(TwinGap::toString)
                    .anyMatch(gap -> gap.matches(
                            "statistics object public.places: sampled (29|30),\\d+ rows of table" + " public.address"));
        }
    }

    @Test
    void keepsNoRow() throws SQLException {
        try (TestDatabase source = TestDatabase.on(Servers.shared(newest()))) {
            run(source, SCHEMA);
            try (Twin twin = Twin.build(source.snapshot(WhatIf.facts()), TwinOptions.of(Face.GHOST))) {
                NewStatistics with =
                        NewStatistics.of(source.snapshot(WhatIf.facts()), STATISTICS.getFirst(), rows(source), twin);
                assertThat(with.snapshot().all(ExtendedStatistics.class))
                        .extracting(object -> object.qualifiedName().toString())
                        .containsExactly("public.places");
                try (Connection connection = twin.connect()) {
                    Snapshot now = TestDatabase.snapshot(connection, Set.of(Table.class, ExtendedStatistics.class));
                    assertThat(now.all(ExtendedStatistics.class)).isEmpty();
                    assertThat(now.all(Table.class))
                            .extracting(Table::name)
                            .containsExactly("address", "part", "part_1", "part_2");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1                                         | "select 1" does not create statistics
            create statistics on zip, city from address; drop table address | does not create statistics
            create statistics s on zip, town from address    | column "town" does not exist
            create statistics s on zip from address          | extended statistics require at least 2 columns
            create statistics s on zip, city from addresses  | relation "addresses" does not exist
            create statistics there on zip, city from address | statistics object "there" already exists
            create statistics if not exists there on zip, city from address | it is there already
            create statistics s (mcv) on zip, city from address | which combinations are common is in the rows, and a snapshot file has no rows
            create statistics s on zip, (zip + 1) from address | what expressions are for each row is in the rows, and a snapshot file has no rows
            create statistics s on a, b from new             | no statistics of column "a" are seen, and a snapshot file has no rows
            create statistics s on zip, (pg_stat_file(city)) from address | touches files or the network
            create statistics s on a, b from empty           | table "public.empty" has no rows to learn from
            """)
    void refuses(String sql, String message) throws SQLException {
        try (TestDatabase source = TestDatabase.on(Servers.shared(newest()))) {
            run(
                    source,
                    "create table address (zip integer, city text); create statistics there on zip, city from address;"
                            + "create table empty (a integer, b integer);"
                            + "insert into address select g, g from generate_series(1, 10) as g; analyze;"
                            + "create table new (a integer, b integer)");
            Snapshot snapshot = source.snapshot(WhatIf.facts());
            try (WhatIf question = WhatIf.on(snapshot, Binaries.of(newest()), Duration.ofMinutes(2), _ -> {})) {
                Rows rows = message.contains("snapshot file") ? Rows.NONE : rows(source);
                assertThatThrownBy(() -> question.ask(List.of(), Changes.NONE.withStatistics(sql), rows))
                        .isInstanceOfSatisfying(
                                TickbirdException.class,
                                e -> assertThat(e.kind())
                                        .isEqualTo(
                                                message.startsWith("no statistics")
                                                        ? TickbirdException.Kind.TARGET
                                                        : TickbirdException.Kind.USAGE))
                        .hasMessageContaining(message);
            }
        }
    }

    /// In this data, columns do depend on each other entirely.
    @ParameterizedTest
    @MethodSource("majors")
    void supposesTheMostWhereThereAreNoRows(int major) throws SQLException {
        try (TestDatabase source = TestDatabase.on(Servers.shared(major))) {
            run(source, SCHEMA);
            String sql = "create statistics places (ndistinct, dependencies) on state, city, zip from address";
            Answer answer = ask(source, major, Changes.NONE.withStatistics(sql), Rows.NONE);
            assertThat(answer.unplanned()).isEmpty();
            assertThat(answer.gaps())
                    .extracting(TwinGap::toString)
                    .contains("statistics object public.places: supposed: zip decides city and state, city decides"
                            + " state, there are as many combinations of columns as values of the one that has most,"
                            + " which is the most that it could say; a snapshot file has no rows to sample; of a"
                            + " server whose rows may be read, they are sampled instead");
            run(source, sql + "; analyze");
            for (Planned planned : answer.queries()) {
                double rows = plan(source, planned.sql()).rows();
                assertThat(planned.after().tree().rows()).as(planned.sql()).isCloseTo(rows, within(2 + 0.15 * rows));
            }
        }
    }

    private static Answer ask(TestDatabase source, int major, Changes changes, Rows rows) throws SQLException {
        Snapshot snapshot = source.snapshot(WhatIf.facts());
        List<Query> queries = QUERIES.stream().map(sql -> new Query(sql, sql)).toList();
        try (WhatIf question = WhatIf.on(snapshot, Binaries.of(major), Duration.ofMinutes(2), _ -> {})) {
            return question.ask(queries, changes, rows);
        }
    }

    private static Rows rows(TestDatabase source) {
        return (table, columns, pages, rows) -> {
            try (Connection connection = source.connect()) {
                return RowSampler.read(connection, table, columns, pages, rows, PATIENCE);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static PlanTree plan(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain (format json) " + query)) {
            row.next();
            return PlanTree.parse(row.getString(1));
        }
    }

    private static void run(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect()) {
            Script.run(connection, script);
        }
    }
}
