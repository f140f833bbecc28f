// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A function whose support function is another's makes the planner end the server. What that knows after a crash is
/// not what it knew before.
class CrashingQueryTest {

    private static final String ENDED = "the server ended while it planned it";

    static Stream<Integer> majors() {
        return Stream.of(Servers.majors().getFirst(), Servers.majors().getLast())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void isLeftOutAndTheOthersArePlanned(int major) throws SQLException {
        try (TestDatabase database = crashing(major);
                WhatIf question = on(snapshot(database), major)) {
            List<Query> queries = new ArrayList<>(Collections.nCopies(40, new Query("fine", "select * from fine")));
            queries.add(20, new Query("crash", "select * from crashing(5)"));
            queries.add(30, new Query("crash too", "select *, crashing(6) from fine"));
            Answer answer = question.ask(queries, Changes.NONE.withIndex("create index on fine (a)"));
            assertThat(answer.queries())
                    .hasSize(40)
                    .allSatisfy(planned -> assertThat(planned.name()).isEqualTo("fine"));
            assertThat(answer.unplanned()).extracting(Unplanned::reason).containsExactly(ENDED, ENDED);
            assertThat(answer.unplanned()).extracting(Unplanned::name).containsExactlyInAnyOrder("crash", "crash too");
        }
    }

    /// Before PostgreSQL 16, a constant that is not known crashes nothing: only the changed twin ends, with several
    /// backends at work.
    @Test
    void isLeftOutWhereOnlyTheNextMajorEnds() throws SQLException {
        int oldest = Servers.majors().getFirst();
        int newest = Servers.majors().getLast();
        try (TestDatabase database = crashing(oldest);
                WhatIf question = on(snapshot(database), oldest)) {
            List<Query> queries = new ArrayList<>();
            IntStream.range(0, 60).forEach(i -> queries.add(new Query("fine", "select * from fine limit " + i)));
            queries.add(30, new Query("crash", "select * from crashing($1)"));
            Answer answer = question.ask(queries, Changes.NONE.onServer(Binaries.of(newest)));
            assertThat(answer.queries()).hasSize(60);
            assertThat(answer.unplanned())
                    .singleElement()
                    .satisfies(crash -> assertThat(crash.name()).isEqualTo("crash"))
                    .satisfies(crash -> assertThat(crash.reason()).isEqualTo(ENDED));
        }
    }

    @Test
    void endsWhereEveryQueryCrashes() throws SQLException {
        int newest = Servers.majors().getLast();
        try (TestDatabase database = crashing(newest);
                WhatIf question = on(snapshot(database), newest)) {
            List<Query> queries = IntStream.range(0, 20)
                    .mapToObj(i -> new Query("crash " + i, "select * from crashing(" + i + ")"))
                    .toList();
            assertThatThrownBy(() -> question.ask(queries, Changes.NONE))
                    .isInstanceOf(TickbirdException.class)
                    .hasMessageStartingWith("the server ended while it planned crash ");
        }
    }

    @Test
    void isTheReasonWhyNoIndexIsTried() throws SQLException {
        int newest = Servers.majors().getLast();
        try (EmbeddedServer server = Servers.own(newest, Map.of("shared_preload_libraries", "pg_stat_statements"));
                TestDatabase database = TestDatabase.on(server)) {
            try (Connection connection = database.connect()) {
                Script.run(connection, "create extension pg_stat_statements");
                Script.run(connection, "create function crashing(int) returns setof int language sql as 'select 1'");
                Script.run(connection, "select * from crashing(5)");
                Script.run(connection, "alter function crashing(int) support generate_series_int4_support");
            }
            Snapshot snapshot = database.snapshot(IndexTrials.facts());
            assertThatThrownBy(() -> IndexTrials.on(snapshot, Binaries.of(newest), Shop.LIMIT, _ -> {}))
                    .isInstanceOf(TickbirdException.class)
                    .hasMessageStartingWith("the server ended while it planned ");
        }
    }

    private static TestDatabase crashing(int major) throws SQLException {
        TestDatabase database = TestDatabase.on(Servers.shared(major));
        try (Connection connection = database.connect()) {
            Script.run(connection, """
                    create table fine (a int);
                    create function crashing(int) returns setof int language sql
                    support generate_series_int4_support as 'select 1'
                    """);
        }
        return database;
    }

    private static Snapshot snapshot(TestDatabase database) throws SQLException {
        return database.snapshot(WhatIf.facts());
    }

    private static WhatIf on(Snapshot snapshot, int major) {
        return WhatIf.on(snapshot, Binaries.of(major), Shop.LIMIT, _ -> {});
    }
}
