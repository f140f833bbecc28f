// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.server.Binaries;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What-if questions about a shop.
class WhatIfTest {

    private static final Query BY_CUSTOMER = new Query("by customer", "select * from orders where customer_id = 7");
    private static final Query BY_DAY = new Query("by day", "select * from orders where placed = '2021-02-03'");

    static List<Integer> majors() {
        return Servers.majors();
    }

    @AfterAll
    static void drop() throws SQLException {
        Shop.drop();
    }

    private static int newest() {
        return Servers.majors().getLast();
    }

    private static Answer ask(Changes changes, Query... queries) {
        return Shop.ask(newest(), changes, queries);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void withoutAChangeTellsThePlansOfTheSource(int major) throws SQLException {
        Answer answer = Shop.ask(major, Changes.NONE, BY_CUSTOMER, BY_DAY);
        assertThat(answer.queries()).hasSize(2);
        for (Planned query : answer.queries()) {
            assertThat(query.verdict()).isEqualTo(Verdict.SAME);
            assertThat(query.before().json())
                    .isEqualTo(query.after().json())
                    .isEqualTo(explained(Shop.source(major), query.sql()));
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void triesIndexesThatAreNotThere(int major) {
        Answer answer =
                Shop.ask(major, Changes.NONE.withIndex("create index on orders (customer_id)"), BY_DAY, BY_CUSTOMER);
        assertThat(answer.queries()).extracting(Planned::name).containsExactly("by day", "by customer");
        assertThat(answer.queries()).extracting(Planned::verdict).containsExactly(Verdict.SAME, Verdict.BETTER);
        assertThat(answer.queries().getLast().changedNodes())
                .contains("gone: Seq Scan on orders")
                .anyMatch(node -> node.contains("orders_customer_id_idx"));
    }

    @ParameterizedTest
    @MethodSource("majors")
    void plansWithoutConstantsAndWithLikelyOnes(int major) {
        Answer answer = Shop.ask(
                major,
                Changes.NONE,
                new Query("paged", "select * from orders where state = $1 order by id limit $2"),
                new Query("parts", "select * from part where at >= $1 and id = $2"));
        assertThat(answer.unplanned()).isEmpty();
        assertThat(answer.queries())
                .extracting(Planned::name)
                .contains(
                        "paged (generic)", "paged (typical)", "paged (rare)", "paged (most common)", "parts (generic)");
        assertThat(named(answer, "paged (most common)").values()).containsExactly("$1 = 'sent'::text");
        assertThat(named(answer, "paged (rare)").values()).containsExactly("$1 = 'open'::text");
        assertThat(named(answer, "paged (rare)").sql())
                .isEqualTo("select * from orders where state = 'open'::text order by id limit $1");
    }

    @Test
    void hidesIndexesWithTheirParts() {
        Query part = new Query("part", "select * from part where id = 5");
        Answer answer = ask(Changes.NONE.withoutIndex("part_id").withoutIndex("public.orders_placed"), BY_DAY, part);
        assertThat(answer.queries()).extracting(Planned::verdict).containsOnly(Verdict.WORSE);
        assertThat(answer.queries()).allMatch(query -> query.after().json().contains("Seq Scan"));
    }

    @Test
    void setsAndGrows() {
        Answer set = ask(
                Changes.NONE.withSetting("enable_bitmapscan", "off").withSetting("enable_indexscan", "off"), BY_DAY);
        assertThat(set.queries().getFirst().after().json()).contains("Seq Scan");
        Answer grown = ask(Changes.NONE.withGrowth(Optional.of("orders"), 10), BY_CUSTOMER);
        assertThat(grown.queries().getFirst().factor()).isBetween(5.0, 12.0);
        Answer all = ask(Changes.NONE.withGrowth(Optional.empty(), 10), BY_CUSTOMER);
        assertThat(all.queries().getFirst().after().cost())
                .isEqualTo(grown.queries().getFirst().after().cost());
    }

    @Test
    void migrates() {
        Answer answer = ask(
                Changes.NONE.withMigration(
                        "m.sql",
                        "alter table orders add column note text;"
                                + " create index concurrently by_customer on orders (customer_id); drop table customer"),
                BY_CUSTOMER,
                new Query("noted", "select note from orders"),
                new Query("cities", "select city from customer"));
        Planned better = named(answer, "by customer");
        assertThat(better.verdict()).isEqualTo(Verdict.BETTER);
        Answer direct = ask(Changes.NONE.withIndex("create index by_customer on orders (customer_id)"), BY_CUSTOMER);
        assertThat(better.after().cost())
                .isEqualTo(direct.queries().getFirst().after().cost());
        assertThat(answer.unplanned())
                .extracting(Unplanned::reason)
                .containsExactly(
                        "column \"note\" does not exist at character 8",
                        "after the change: relation \"customer\" does not exist at character 18");
    }

    @Test
    void leavesOutOfAMigrationWhatOnlyTouchesRows() {
        Answer answer = ask(
                Changes.NONE.withMigration(
                        "m.sql",
                        "insert into orders values (1); do $$ begin create index on orders (customer_id); end $$"),
                BY_CUSTOMER);
        assertThat(answer.queries()).extracting(Planned::verdict).containsExactly(Verdict.BETTER);
        assertThat(answer.gaps())
                .extracting(TwinGap::toString)
                .contains("m.sql, line 1, column 1: insert was not run: a twin has no rows");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void namesStatisticsThatHaveNoName(int major) {
        Query both = new Query("both", "select * from orders where state = 'open' and placed = '2021-02-03'");
        Answer answer = Shop.ask(
                major,
                Changes.NONE.withStatistics("create statistics (dependencies) on state, placed from orders"),
                both);
        assertThat(answer.queries()).hasSize(1);
    }

    @Test
    void plansOnAnotherMajor() {
        Answer answer = Shop.ask(14, Changes.NONE.onServer(Binaries.of(18)), BY_CUSTOMER, BY_DAY);
        assertThat(answer.before()).isEqualTo(14);
        assertThat(answer.after()).isEqualTo(18);
        assertThat(answer.queries()).extracting(Planned::verdict).containsOnly(Verdict.SAME);
    }

    @Test
    void plansManyOverSeveralBackends() {
        Query[] queries = new Query[400];
        for (int i = 0; i < queries.length; i++) {
            queries[i] = new Query("q" + i, "select * from orders where customer_id = " + i % 300);
        }
        assertThat(ask(Changes.NONE, queries).queries()).hasSize(400);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void plansWhatFillsTablesAndCursors(int major) throws SQLException {
        Answer answer = Shop.ask(
                major,
                Changes.NONE,
                new Query("table", "create table customer as select * from orders where customer_id = 7"),
                new Query("view", "create materialized view m as select city from customer with no data"),
                new Query("cursor", "declare c cursor for select * from orders order by placed"),
                new Query("unknown", "declare c cursor for select * from orders where id between $1 and $2"));
        assertThat(answer.unplanned()).isEmpty();
        assertThat(named(answer, "table").after().json())
                .isEqualTo(explained(Shop.source(major), "select * from orders where customer_id = 7"));
        assertThat(named(answer, "cursor").after().json())
                .isEqualTo(explained(Shop.source(major), "declare c cursor for select * from orders order by placed"));
        assertThat(named(answer, "unknown (most common)").sql()).startsWith("declare c cursor for select");
    }

    private static Planned named(Answer answer, String name) {
        return answer.queries().stream()
                .filter(query -> query.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String explained(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain (format json) " + query)) {
            row.next();
            return row.getString(1);
        }
    }
}
