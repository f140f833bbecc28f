// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.lab.whatif.Changes;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Query;
import dev.tickbird.lab.whatif.WhatIf;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.server.Binaries;
import dev.tickbird.testkit.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The proof: what is told of a table in partitions is what PostgreSQL plans when it has been partitioned.
class PartitioningTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static Store store;
    private static Snapshot snapshot;
    private static Snapshot hostile; // with tables that cannot be divided, or have strange names

    static Set<Integer> majors() {
        return new TreeSet<>(List.of(Servers.majors().getFirst(), newest()));
    }

    @BeforeAll
    static void open() throws SQLException {
        store = Store.on(newest());
        snapshot = store.snapshot();
        store.run("""
                create table empty (a integer);
                create table parent (a integer);
                create table child () inherits (parent);
                create table whole (a integer) partition by range (a);
                create table part partition of whole default;
                create materialized view seen as select 1 as a;
                create table "Größe (m)" (
                    "a,b" integer, "c (d)" json, "x ""y"" z" integer, twice integer generated always as ("a,b" * 2) stored);
                insert into "Größe (m)" select g, '{}', g % 3 from generate_series(1, 1000) as g;
                analyze "Größe (m)";
                create table marked (mark xid);
                insert into marked select g::text::xid from generate_series(1, 1000) as g;
                analyze marked;
                """);
        hostile = store.snapshot();
    }

    @AfterAll
    static void close() throws SQLException {
        store.close();
    }

    private static int newest() {
        return Servers.majors().getLast();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void plansAsWhenDividedByMonth(int major) throws SQLException {
        assertTrue(major, "orders by range (placed) every 1 month", 33, 0.05);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders by range (id) every 10000         | 9  | 0.2
            table orders by range (paid) quarterly   | 12 | 0.4
            public.orders partition by list (state)  | 3  | 0.2
            orders by hash (customer_id) into 4      | 4  | 0.2
            """)
    void plansAsWhenDividedOtherwise(String scheme, int parts, double tolerance) throws SQLException {
        assertTrue(newest(), scheme, parts, tolerance);
    }

    /// @param tolerance how far a cost may be from that of the partitioned table: sizes of indexes, and how values of
    /// other columns lie, are estimates
    private static void assertTrue(int major, String scheme, int parts, double tolerance) throws SQLException {
        try (Store source = Store.on(major)) {
            Snapshot before = source.snapshot();
            Answer answer = ask(before, major, Changes.NONE.withPartitions(scheme));
            assertThat(answer.unplanned()).isEmpty();
            Snapshot divided = divided(source, before, scheme).snapshot();
            assertThat(divided.all(Partition.class)).hasSize(parts);
            source.divide(divided);
            for (Planned planned : answer.queries()) {
                PlanTree real = source.plan(planned.sql());
                PlanTree told = planned.after().tree();
                assertThat(relations(told)).as(planned.sql()).isEqualTo(relations(real));
                assertThat(told.totalCost())
                        .as(planned.sql())
                        .isCloseTo(real.totalCost(), within(real.totalCost() * tolerance));
            }
        }
    }

    private static Answer ask(Snapshot snapshot, int major, Changes changes) {
        List<Query> queries = new ArrayList<>();
        Store.QUERIES.forEach(sql -> queries.add(new Query(sql, sql)));
        try (WhatIf question = WhatIf.on(snapshot, Binaries.of(major), LIMIT, _ -> {})) {
            return question.ask(queries, changes);
        }
    }

    private static Partitioning divided(Store store, Snapshot snapshot, String scheme) throws SQLException {
        try (Connection connection = store.connect()) {
            return Partitioning.of(
                    snapshot,
                    scheme,
                    name -> new QualifiedName(
                            "public", name.replace("public.", "").replace("\"", "")),
                    connection);
        }
    }

    private static Set<String> relations(PlanTree tree) {
        Set<String> names = new TreeSet<>();
        tree.nodes().forEach(node -> names.add(node.properties().getOrDefault("Relation Name", "")));
        return names;
    }

    @Test
    void saysWhatCannotBeKeptAndWhatIsAssumed() throws SQLException {
        Partitioning byDay = divided(store, snapshot, "orders by range (placed) every '3 months'");
        assertThat(byDay.gaps())
                .extracting(TwinGap::toString)
                .containsExactly(
                        "primary key public.orders_pkey: it cannot hold over all partitions, for it does not contain"
                                + " placed; each partition has it for itself",
                        "foreign key line_order_id_fkey on public.line: it cannot be kept: what it refers to is unique"
                                + " only within each partition of public.orders",
                        "table public.orders: values of other columns than id, paid, placed are taken to be spread"
                                + " alike over its 11 partitions");
        Partitioning byKey = divided(store, snapshot, "orders by hash (id)");
        assertThat(byKey.gaps())
                .extracting(TwinGap::toString)
                .containsExactly(
                        "table public.orders: values of other columns than id are taken to be spread alike over"
                                + " its 8 partitions");
    }

    @Test
    void takesNamesInQuotes() {
        String sql = "select * from \"Größe (m)\" where \"x \"\"y\"\" z\" = 1";
        try (WhatIf question = WhatIf.on(hostile, Binaries.of(newest()), LIMIT, _ -> {})) {
            Answer answer = question.ask(
                    List.of(new Query(sql, sql)),
                    Changes.NONE.withPartitions("\"Größe (m)\" partition by list (\"x \"\"y\"\" z\")"));
            assertThat(answer.unplanned()).isEmpty();
            assertThat(relations(answer.queries().getFirst().after().tree())).containsExactly("Größe (m)_1");
        }
    }

    @Test
    void goesWithOtherChanges() {
        Answer answer = ask(
                snapshot,
                newest(),
                Changes.NONE
                        .withPartitions("orders by range (placed) yearly")
                        .withPartitions("line by hash (order_id) into 2")
                        .withMigration("m.sql", "create index by_amount on orders (amount)")
                        .withGrowth(Optional.of("orders"), 10)
                        .withIndex("create index on orders (paid)")
                        .withoutIndex("orders_customer")
                        .withSetting("enable_seqscan", "off"));
        assertThat(answer.unplanned()).isEmpty();
        Planned paid = answer.queries().stream()
                .filter(query -> query.sql().contains("paid >"))
                .findFirst()
                .orElseThrow();
        assertThat(paid.after().json()).contains("orders_2023_01_01_paid_idx");
        assertThat(paid.after().tree().rows())
                .isBetween(
                        9.0 * paid.before().tree().rows(),
                        11.0 * paid.before().tree().rows());
        assertThat(answer.queries()).noneMatch(query -> query.after().json().contains("orders_2022_01_01_customer\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders                                     | "orders" does not say how a table is divided
            orders by range (placed) sometimes         | does not say how a table is divided
            orders by list (state) into 4              | does not say how a table is divided
            orders by hash (id) every 4                | does not say how a table is divided
            orders by range (lower(state))             | does not say how a table is divided
            orders by range (placed, id)               | cannot divide table "orders" by several columns
            orders by range (plazed)                   | column "plazed" of table "public.orders" does not exist
            orders by range (placed) every fortnight   | invalid input syntax for type interval: "fortnight"
            orders by range (placed) every -1 day      | cannot divide a table into 0 partitions
            orders by range (placed) every 1 minute    | cannot divide a table into 1438560 partitions
            orders by range (placed) into 0            | cannot divide a table into 0 partitions
            orders by range (state) every 5            | cannot divide a column of type text at every "5"
            orders by range (id) every 1 day           | cannot divide a column of type bigint at every "1 day"
            orders by list (id)                        | no value of its column "id" is common
            orders by range (id) for values from (1) to (x) | there cannot be a partition "for values from (1) to (x)"
            orders by range (id) for values in (1)     | there cannot be a partition "for values in (1)"
            empty by range (a)                         | it has no rows, or was never analyzed
            parent by range (a)                        | it inherits, or others inherit from it
            whole by range (a)                         | it is divided already
            part by range (a)                          | it is a partition of public.whole
            seen by range (a)                          | it is a materialized view
            "Größe (m)" by hash ("a,b") into 1001      | cannot divide a table into 1001 partitions
            "Größe (m)" by range ("c (d)")             | data type json has no default operator class
            "Größe (m)" by range (twice)               | its column "twice" is generated, and no partition key may be
            "Größe (m)" by range (a,b)                 | cannot divide table "Größe (m)" by several columns
            marked by hash (mark) into 4               | could not identify an ordering operator for type xid
            orders by range (id) for values from (pg_stat_file('base')) to (9) | touches files or the network
            """)
    void refuses(String scheme, String message) {
        assertThatThrownBy(() -> divided(store, hostile, scheme))
                .isInstanceOfSatisfying(
                        TickbirdException.class, e -> assertThat(e.kind()).isEqualTo(TickbirdException.Kind.USAGE))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"for values from (1) to (2); drop table orders", "for values in (1);select 1"})
    void takesNoSecondStatement(String bound) {
        assertThatThrownBy(() -> divided(store, snapshot, "orders by range (id) " + bound))
                .hasMessageContaining("it is more than one statement");
    }
}
