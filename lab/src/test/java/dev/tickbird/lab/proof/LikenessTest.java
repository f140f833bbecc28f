// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.lab.rehearsal.ServerStage;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.model.Fact;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What rests on rows, counters and owners is proven on a twin that has none of them.
class LikenessTest {

    private static final String SCHEMA = """
            create table cue (id int primary key, note text);
            create index cue_note on cue (note);
            create function read() returns bigint language sql security definer
                as 'select count(*) from cue';
            insert into cue select g, 'note ' || g from generate_series(1, 20000) as g;
            analyze cue;
            """;

    private static final Set<Class<? extends Fact>> NEEDS =
            Set.of(Table.class, Index.class, IndexStatistics.class, Function.class);
    private static final QualifiedName CUE = new QualifiedName("public", "cue");
    private static final QualifiedName NOTE = new QualifiedName("public", "cue_note");
    private static final Sql DROP = Sql.format("drop index concurrently %I", NOTE);
    private static final Sql BUILD = Sql.format("create index concurrently cue_note on %I (note)", CUE);
    private static final Sql OTHER = Sql.format("create index concurrently cue_id on %I (id)", CUE);
    private static final Sql FIX = Sql.format("alter function public.read() set search_path = public, pg_temp");
    private static final Sql UNFIX = Sql.format("alter function public.read() reset search_path");

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void provesWhatRestsOnNumbersAndOwners(int major) throws SQLException {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major))) {
            try (Connection connection = database.connect()) {
                Script.run(connection, SCHEMA);
            }
            Set<Class<? extends Fact>> facts = new HashSet<>(Twin.facts());
            facts.addAll(NEEDS);
            Snapshot source = database.snapshot(facts);
            try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN));
                    ServerStage stage = ServerStage.on(twin.server(), twin.database())) {
                Prover prover = new Prover(
                        stage, source, NEEDS, LikenessTest::sick, Duration.ofMinutes(1), InstantSource.system());
                Proven proven = prover.prove(List.of(
                        unused(DROP, BUILD),
                        unused(DROP, OTHER),
                        unused(OTHER, Sql.format("drop index concurrently public.cue_id")),
                        unused(Sql.format("vacuum %I", CUE), Sql.format("vacuum %I", CUE)),
                        open()));
                assertThat(proven.findings())
                        .extracting(finding -> finding.proof().verdict())
                        .containsExactly(
                                Proof.Verdict.REHEARSED,
                                Proof.Verdict.REASONED,
                                Proof.Verdict.REASONED,
                                Proof.Verdict.REASONED,
                                Proof.Verdict.REHEARSED);
                assertThat(proven.findings().getFirst().proof().reason())
                        .contains("the rollback restores the same catalog and the finding");
                assertThat(proven.findings().get(3).proof().reason())
                        .contains("has no rows on which its work would show", "ShareUpdateExclusiveLock on public.cue");
                assertThat(proven.rejected())
                        .extracting(Examination.Rejected::reason)
                        .satisfiesExactly(
                                reason -> assertThat(reason).contains("does not restore what was there"),
                                reason -> assertThat(reason).contains("the finding is still there after it"));
            }
        }
    }

    /// An index of more than a few pages, on a table of many rows, that nobody has used; and a function that runs as a
    /// superuser on a path that its caller chooses.
    private static List<Finding> sick(Snapshot snapshot) {
        Stream<Finding> unused = snapshot.all(Index.class).stream()
                .filter(index -> index.qualifiedName().equals(NOTE) && index.pages() > 10 && index.rows() == 20_000)
                .filter(index -> snapshot.all(Table.class).stream()
                        .anyMatch(table -> table.oid() == index.relation() && table.rows() == 20_000))
                .filter(index -> snapshot.all(IndexStatistics.class).stream()
                        .anyMatch(counted -> counted.index() == index.oid() && counted.scans() == 0))
                .map(index -> unused(DROP, BUILD));
        Stream<Finding> open = snapshot.all(Function.class).stream()
                .filter(function -> function.owner().equals("postgres")
                        && function.securityDefiner()
                        && function.settings().isEmpty())
                .map(function -> open());
        return Stream.concat(unused, open).toList();
    }

    private static Finding unused(Sql cure, Sql undo) {
        return finding("unused", Subject.index(NOTE), Step.alone(cure), Step.alone(undo));
    }

    private static Finding open() {
        return finding(
                "open", new Subject("function", "public.read()"), Step.inTransaction(FIX), Step.inTransaction(UNFIX));
    }

    private static Finding finding(String rule, Subject subject, Step cure, Step undo) {
        return new Finding(
                rule,
                Severity.NOTE,
                subject,
                "something is wrong",
                "It is.",
                Evidence.NONE,
                "None.",
                new Remedy.Statement(
                        List.of(cure), List.of(undo), Impact.locking(CUE, LockMode.SHARE_UPDATE_EXCLUSIVE), null));
    }
}
