// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.server.Binaries;
import dev.tickbird.testkit.Servers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a twin is not asked, or cannot answer.
class RefusedQuestionTest {

    private static final Query QUERY = new Query("by day", "select * from orders where placed = '2021-02-03'");

    @AfterAll
    static void drop() throws SQLException {
        Shop.drop();
    }

    private static int newest() {
        return Servers.majors().getLast();
    }

    @Test
    void neverRunsAQuery() {
        Answer answer = Shop.ask(
                newest(),
                Changes.NONE,
                new Query("several", "select 1; drop table orders"),
                new Query("places and several", "select $1; drop table orders"),
                new Query("utility", "vacuum orders"),
                new Query("analyzed", "analyze select 1"),
                new Query("option", "(analyze) select 1"),
                new Query("nonsense", "hello"),
                new Query("nothing", " -- nothing\n"),
                new Query("unclear", "select $1 = $2"),
                new Query("missing", "select * from nowhere"),
                new Query("deletes", "delete from orders"),
                new Query("still there", "select * from orders"));
        assertThat(answer.queries()).extracting(Planned::name).contains("deletes", "still there");
        assertThat(answer.queries())
                .filteredOn(query -> query.name().equals("still there"))
                .singleElement()
                .satisfies(query -> assertThat(query.after().tree().rows()).isEqualTo(60_000));
        Map<String, String> reasons = new HashMap<>();
        answer.unplanned().forEach(query -> reasons.put(query.name(), query.reason()));
        assertThat(reasons)
                .containsEntry("several", "it holds 2 statements")
                .containsEntry("places and several", "it holds 2 statements")
                .containsEntry("utility", "the planner has no part in vacuum")
                .containsEntry("analyzed", "the planner has no part in analyze")
                .containsEntry("option", "the planner has no part in analyze")
                .containsEntry("nonsense", "syntax error at or near \"hello\" at character 1")
                .containsEntry("missing", "relation \"nowhere\" does not exist at character 15")
                .containsEntry("nothing", "there is no statement in it");
    }

    @Test
    void refusesWhatDoesNotExist() {
        assertRefused(
                Changes.NONE.withoutIndex("orders_place"), "index \"orders_place\" does not exist", "orders_placed");
        assertRefused(Changes.NONE.withGrowth(Optional.of("order"), 2), "table \"order\" does not exist", "orders");
        assertRefused(Changes.NONE.withSetting("work_men", "1"), "setting \"work_men\" does not exist", "work_mem");
        assertRefused(Changes.NONE.withSetting("work_mem", "x"), "invalid value for parameter \"work_mem\"", "");
        assertRefused(Changes.NONE.withSetting("shared_buffers", "1GB"), "without restarting the server", "");
        assertRefused(
                Changes.NONE.withIndex("create index on orders (id"), "syntax error at end of input at character", "");
        assertRefused(Changes.NONE.withIndex("create index on orders (id); select 1"), "it holds 2 statements", "");
        assertRefused(
                Changes.NONE.withMigration("m.sql", "alter tabel x"), "m.sql, line 1, column 7: syntax error", "");
        assertRefused(
                Changes.NONE.withGrowth(Optional.of("orders"), 1e12),
                "table \"public.orders\" cannot grow by the factor 1000000000000: it would have more than 32 TB",
                "");
    }

    @Test
    void refusesAMigrationThatWouldLeaveTheServer() {
        String run = "create function run() returns void language plpgsql as"
                + " $$ begin copy orders to program 'id'; end $$; create table ran as select run()";
        assertRefused(Changes.NONE.withMigration("m", run), "m, line 1, column 1: ", "");
        assertRefused(Changes.NONE.withMigration("m", "create table t as select pg_ls_dir('/')"), "touches files", "");
    }

    private static void assertRefused(Changes changes, String message, String hint) {
        assertThatThrownBy(() -> Shop.ask(newest(), changes, QUERY))
                .isInstanceOfSatisfying(TickbirdException.class, e -> {
                    assertThat(e.kind()).isEqualTo(TickbirdException.Kind.USAGE);
                    assertThat(e).hasMessageContaining(message);
                    assertThat(String.valueOf(e.hint())).contains(hint);
                });
    }

    @Test
    void needsStatistics() throws SQLException {
        Set<Class<? extends Fact>> facts = new HashSet<>(WhatIf.facts());
        facts.remove(ColumnStatistics.class);
        Snapshot without = Shop.source(newest()).snapshot(facts);
        assertThatThrownBy(() -> WhatIf.on(without, Binaries.of(newest()), Shop.LIMIT, _ -> {}))
                .isInstanceOfSatisfying(
                        TickbirdException.class, e -> assertThat(e.kind()).isEqualTo(TickbirdException.Kind.TARGET))
                .hasMessage("cannot plan on a twin: the snapshot does not hold the statistics of columns");
    }
}
