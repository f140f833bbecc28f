// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.lab.rehearsal.ServerStage;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.lab.whatif.IndexTrials;
import dev.tickbird.lab.whatif.Plan;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Trial;
import dev.tickbird.model.Fact;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Remedies that make or drop indexes are held against what the source was asked.
class ForesightTest {

    private static final String SCHEMA = """
            create extension pg_stat_statements;
            create table orders (id int primary key, customer int, placed date, state text);
            create index orders_placed on orders (placed);
            create index orders_state on orders (state);
            create table quiet (id int primary key, customer int);
            create view busy as select * from orders where state <> 'sent';
            insert into orders select g, g % 5000, date '2020-01-01' + g % 1500, 'sent'
            from generate_series(1, 50000) as g;
            vacuum analyze;
            """;

    private static final String WORK = """
            select count(*) from orders where customer = 7;
            select * from busy where customer = 8 and id > 5;
            select id from orders where placed = '2021-02-03';
            select 1;
            """;

    private static final Set<Class<? extends Fact>> NEEDS = Set.of(Table.class, Index.class);

    static Stream<Integer> majors() {
        return Stream.of(Servers.majors().getFirst(), Servers.majors().getLast())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void plansWhatTheSourceWasAsked(int major) throws SQLException {
        try (EmbeddedServer server = Servers.own(major, Map.of("shared_preload_libraries", "pg_stat_statements"));
                TestDatabase database = TestDatabase.on(server)) {
            work(database);
            Snapshot source = snapshot(database);
            Proven proven = prove(source, major);
            assertThat(proven.findings())
                    .extracting(finding -> finding.proof().verdict())
                    .containsExactly(
                            Proof.Verdict.PLANNED,
                            Proof.Verdict.PLANNED,
                            Proof.Verdict.REASONED,
                            Proof.Verdict.REHEARSED);
            Proof made = proven.findings().get(0).proof();
            assertThat(made.reason())
                    .contains("3 use public.orders: none gets dearer, and 2 cheaper, most of all \"select");
            assertThat(made.before())
                    .startsWith("planned cost of all their plans ")
                    .isNotEqualTo(made.after());
            Proof dropped = proven.findings().get(1).proof();
            assertThat(dropped.reason()).contains("3 use public.orders: none gets dearer or cheaper");
            assertThat(dropped.before()).isEqualTo(dropped.after());
            assertThat(proven.rejected())
                    .singleElement()
                    .satisfies(
                            rejected -> assertThat(rejected.reason())
                                    .contains(
                                            "with the source's statistics, 1 known statement would get dearer, most of all \"select id from orders where placed = "));
            assertThat(proven.findings().get(3).proof().reason()).contains("uses public.quiet");
            assertThat(prove(without(source), major).findings().getFirst().proof())
                    .satisfies(proof -> assertThat(proof.verdict()).isEqualTo(Proof.Verdict.REHEARSED))
                    .satisfies(proof -> assertThat(proof.reason())
                            .endsWith("no query was planned: pg_stat_statements has shown no statement"));
        }
    }

    @Test
    void drawsTheLineAtFivePercent() {
        assertThat(judged(planned("a", 1000, 1051)))
                .isInstanceOfSatisfying(
                        Attempt.Refuted.class,
                        refuted -> assertThat(refuted.reason())
                                .endsWith("1 known statement would get dearer, most of all \"select a from t\" (rare),"
                                        + " from a cost of 1,000 to 1,051"));
        assertThat(words(judged(planned("a", 1000, 1050), planned("b", 100, 50))))
                .endsWith(
                        "of 2 known statements, 2 use public.t: none gets more than 5 % dearer, and 1 cheaper, most of"
                                + " all \"select b from t\" (rare), from a cost of 100 to 50.00");
        assertThat(words(judged(planned("a", 1000, 1050)))).endsWith(": none gets more than 5 % dearer");
        assertThat(words(judged(planned("a", 1000, 1009)))).endsWith(": none gets dearer or cheaper");
    }

    /// Less than a page is nothing, be it half of the cost.
    @Test
    void forgivesWhatNobodyFeels() {
        assertThat(words(judged(planned("a", 1.5, 2.4)))).endsWith(": none gets dearer or cheaper");
        assertThat(judged(planned("a", 1.5, 2.6))).isInstanceOf(Attempt.Refuted.class);
    }

    private static String words(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Standing.class);
        return ((Attempt.Standing) attempt).proof().reason();
    }

    private static Attempt judged(Planned... queries) {
        QualifiedName table = new QualifiedName("public", "t");
        return Foresight.judged(
                new Attempt.Standing(Proof.rehearsed("it was rehearsed", "", "")),
                new IndexChange(List.of(), List.of(new QualifiedName("public", "i")), Set.of(table)),
                new Trial(List.of(queries), 0, queries.length, queries.length));
    }

    private static Planned planned(String column, double before, double after) {
        return new Planned(
                column + " (rare)", "select " + column + " from t", List.of(), costing(before), costing(after));
    }

    private static Plan costing(double cost) {
        return Plan.of("[{\"Plan\": {\"Node Type\": \"Result\", \"Total Cost\": " + cost + "}}]");
    }

    private static void work(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Script.run(connection, SCHEMA);
            Script.run(connection, "select pg_stat_statements_reset()");
            Script.run(connection, WORK);
        }
    }

    private static Snapshot snapshot(TestDatabase database) throws SQLException {
        return database.snapshot(IndexTrials.facts());
    }

    private static Snapshot without(Snapshot snapshot) {
        return snapshot.with(Map.of(StatementText.class, List.of()));
    }

    private static Proven prove(Snapshot source, int major) throws SQLException {
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN));
                ServerStage stage = ServerStage.on(twin.server(), twin.database())) {
            return new Prover(stage, source, NEEDS, ForesightTest::sick, Duration.ofMinutes(1), InstantSource.system())
                    .planningOn(Binaries.of(major), _ -> {})
                    .prove(List.of(
                            missing("orders"), needless("orders_state"), needless("orders_placed"), missing("quiet")));
        }
    }

    /// Two tables have no index on their customers, two indexes should not be there.
    private static List<Finding> sick(Snapshot snapshot) {
        List<String> names = snapshot.all(Index.class).stream().map(Index::name).toList();
        Stream<Finding> missing = Stream.of("orders", "quiet")
                .filter(table -> !names.contains(table + "_customer"))
                .map(ForesightTest::missing);
        Stream<Finding> needless = Stream.of("orders_state", "orders_placed")
                .filter(names::contains)
                .map(ForesightTest::needless);
        return Stream.concat(missing, needless).toList();
    }

    private static Finding missing(String table) {
        return finding(
                Subject.table(new QualifiedName("public", table)),
                Sql.format("create index concurrently %I on %I (customer)", table + "_customer", table),
                Sql.format("drop index concurrently %I", table + "_customer"),
                table);
    }

    private static Finding needless(String index) {
        return finding(
                Subject.index(new QualifiedName("public", index)),
                Sql.format("drop index concurrently %I", index),
                Sql.format("create index concurrently %I on orders (%I)", index, index.substring("orders_".length())),
                "orders");
    }

    private static Finding finding(Subject subject, Sql cure, Sql undo, String table) {
        return new Finding(
                "indexes",
                Severity.NOTE,
                subject,
                "something is wrong",
                "It is.",
                Evidence.NONE,
                "None.",
                new Remedy.Statement(
                        List.of(Step.alone(cure)),
                        List.of(Step.alone(undo)),
                        Impact.locking(new QualifiedName("public", table), LockMode.SHARE_UPDATE_EXCLUSIVE),
                        null));
    }
}
