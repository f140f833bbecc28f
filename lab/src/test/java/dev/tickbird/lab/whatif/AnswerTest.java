// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an answer leaves out, warns of and explains.
class AnswerTest {

    private static final Query SHELF = new Query("shelf", "select * from shelf where id = 7");
    private static final Query ORDERS = new Query("orders", "select * from orders where customer_id = 7");
    private static final String INDEX = "create index on shelf (id)";

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

    @Test
    void saysWhereTheTableIsThatWasNotFound() {
        String hint = "store.shelf exists: write it so, or look there with --set search_path=store.";
        Answer answer = Shop.ask(newest(), Changes.NONE, SHELF, new Query("typo", "table store.shelv"));
        assertThat(answer.unplanned())
                .extracting(Unplanned::hint)
                .containsExactly(hint, "Did you mean \"store.shelf\"?");
        assertThatThrownBy(() -> Shop.ask(newest(), Changes.NONE.withIndex(INDEX), SHELF))
                .isInstanceOfSatisfying(
                        TickbirdException.class, e -> assertThat(e.hint()).isEqualTo(hint));
    }

    @Test
    void saysWhyTheTwinLacksTheTableThatWasNotFound() {
        TwinGap gap = new TwinGap("table store.shelf", "type \"geometry\" does not exist", null);
        assertThat(new Elsewhere(Shop.snapshot(newest()), List.of(gap)).hint("relation \"shelf\" does not exist"))
                .hasValue("The twin lacks table store.shelf: type \"geometry\" does not exist.");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void knowsNamesakesApart(int major) throws SQLException {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major))) {
            try (Connection connection = database.connect()) {
                Script.run(connection, """
                        create schema other;
                        create table t (a int);
                        create table other.t (a int);
                        create table other.alone (a int);
                        """);
            }
            Snapshot snapshot = database.snapshot(WhatIf.facts());
            try (WhatIf question = WhatIf.on(snapshot, Binaries.of(major), Shop.LIMIT, _ -> {})) {
                Answer answer = question.ask(
                        List.of(
                                new Query("t", "select * from t where a = $1"),
                                new Query("both", "select * from other.t join other.alone using (a)")),
                        Changes.NONE);
                QualifiedName one = new QualifiedName("public", "t");
                QualifiedName other = new QualifiedName("other", "t");
                assertThat(answer.queries())
                        .filteredOn(query -> query.name().startsWith("t"))
                        .isNotEmpty()
                        .allSatisfy(query ->
                                assertThat(query.among(List.of(one, other))).containsExactly(one));
                assertThat(answer.queries())
                        .filteredOn(query -> query.name().equals("both"))
                        .singleElement()
                        .satisfies(query -> assertThat(
                                        query.among(List.of(one, other, new QualifiedName("other", "alone"))))
                                .hasSize(2)
                                .contains(other));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void looksForNamesAlongTheSearchPathBeforeAndAfter(int major) {
        Changes path = Changes.NONE.withSetting("Search_Path", "store, public");
        assertThat(Shop.ask(major, path, SHELF, ORDERS).queries())
                .extracting(Planned::verdict)
                .containsExactly(Verdict.SAME, Verdict.SAME);
        assertThat(Shop.ask(major, path.withIndex(INDEX), SHELF).queries())
                .extracting(Planned::verdict)
                .containsExactly(Verdict.BETTER);
        assertThat(Shop.ask(major, path.withMigration("m.sql", INDEX), SHELF).queries())
                .extracting(Planned::verdict)
                .containsExactly(Verdict.BETTER);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void takesThePlannersPenaltyForNoCost(int major) {
        Answer answer = Shop.ask(
                major,
                Changes.NONE.withSetting("enable_seqscan", "off"),
                new Query("whole", "select * from customer"),
                new Query("ordered", "select * from customer order by id"));
        Planned whole = answer.queries().stream()
                .filter(query -> query.name().equals("whole"))
                .findFirst()
                .orElseThrow();
        assertThat(whole.isForced()).isTrue();
        assertThat(whole.verdict()).isEqualTo(Verdict.SAME);
        assertThat(whole.after().cost()).isEqualTo(whole.before().cost());
        Planned other = answer.queries().stream()
                .filter(query -> query.name().equals("ordered"))
                .findFirst()
                .orElseThrow();
        assertThat(other.isForced()).isFalse();
    }

    @Test
    void leavesOutWhatTouchesNoTable() {
        Answer answer = Shop.ask(
                newest(),
                Changes.NONE,
                ORDERS,
                new Query("deletes", "delete from orders"),
                new Query("catalog", "select * from pg_class"),
                new Query("nothing", "select 1"));
        Answer left = answer.ofTables(Shop.snapshot(newest()));
        assertThat(left.queries()).extracting(Planned::name).containsExactlyInAnyOrder("orders", "deletes");
        assertThat(left.aside()).isEqualTo(2);
    }

    @Test
    void knowsTheTablesWhoseStatisticsWereHidden() {
        Snapshot seen = Shop.snapshot(newest());
        Answer answer = Shop.ask(newest(), Changes.NONE, ORDERS, new Query("cities", "select city from customer"));
        assertThat(HiddenStatistics.of(seen).under(answer.queries())).isEmpty();

        long orders = seen.all(Table.class).stream()
                .filter(table -> table.name().equals("orders"))
                .findFirst()
                .orElseThrow()
                .oid();
        List<ColumnStatistics> others = seen.all(ColumnStatistics.class).stream()
                .filter(column -> column.relation() != orders)
                .toList();
        Gap gap = new Gap(ColumnStatistics.class, Gap.Extent.PARTLY_SEEN, "hidden", "Grant.");
        Snapshot blind = new Snapshot(
                seen.takenAt(),
                Map.of(Table.class, seen.all(Table.class), ColumnStatistics.class, others),
                List.of(gap));
        assertThat(HiddenStatistics.of(blind).under(answer.queries()))
                .containsExactly(new QualifiedName("public", "orders"));
        assertThat(HiddenStatistics.of(blind).gap()).contains(gap);
    }

    @Test
    void saysThatTheSizeOfAnIndexOfElementsIsGuessed() {
        String definition = "create index shelf_word on store.shelf using gin (to_tsvector('simple', label))";
        assertThat(Shop.ask(newest(), Changes.NONE.withIndex(definition), ORDERS)
                        .gaps())
                .extracting(TwinGap::subject)
                .contains("index store.shelf_word");
    }

    @Test
    void drawsTheEndsOfARangeTogether() {
        Answer answer = Shop.ask(
                newest(),
                Changes.NONE,
                new Query("days", "select * from orders where placed between $1 and $2"),
                new Query("first", "select * from orders where id < $1"));
        assertThat(rows(answer, "days (rare)")).isBetween(100.0, 2_000.0);
        assertThat(rows(answer, "days (typical)")).isBetween(8_000.0, 16_000.0);
        assertThat(rows(answer, "days (most common)")).isGreaterThan(50_000);
        assertThat(rows(answer, "first (rare)")).isGreaterThan(100);
    }

    private static double rows(Answer answer, String name) {
        return answer.queries().stream()
                .filter(query -> query.name().equals(name))
                .findFirst()
                .orElseThrow()
                .before()
                .tree()
                .rows();
    }
}
