// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.lab.rehearsal.ServerStage;
import dev.tickbird.lab.rehearsal.TestStage;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinOptions;
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
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.testkit.Servers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Remedies that hold are told from those that do not, and from what cannot be tried.
@ParameterizedClass(name = "PostgreSQL {0}")
@MethodSource("majors")
class ProverTest {

    private static final Set<Class<? extends Fact>> NEEDS =
            Set.of(Table.class, Column.class, Index.class, RelationSize.class);
    private static final QualifiedName CUE = new QualifiedName("public", "cue");
    private static final Impact DECLARED =
            Impact.locking(CUE, LockMode.ACCESS_EXCLUSIVE).andRewriting(CUE);
    private static final Sql WIDEN = Sql.format("alter table %I alter column id type bigint", CUE);
    private static final Sql NARROW = Sql.format("alter table %I alter column id type int", CUE);

    private final int major;
    private TestStage stage;

    ProverTest(int major) {
        this.major = major;
    }

    static List<Integer> majors() {
        return Servers.majors();
    }

    @BeforeEach
    void makeStage() throws SQLException {
        stage = TestStage.with(
                major, "create table cue (id int primary key, note text); create table script (line text)");
    }

    @AfterEach
    void dropStage() throws SQLException {
        stage.close();
    }

    @Test
    void provesWhatCuresAndCanBeUndone() throws SQLException {
        Proven proven = prove(narrow(WIDEN, NARROW, DECLARED));
        assertThat(proven.rejected()).isEmpty();
        Proof proof = proven.findings().getFirst().proof();
        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.REHEARSED);
        assertThat(proof.before()).isEqualTo("table \"public.cue\" is narrow");
        assertThat(proof.after()).isEqualTo("column public.cue.id is changed: type integer → bigint");
        assertThat(proof.reason())
                .isEqualTo("on a twin the finding is gone after it, and the rollback restores the same catalog and the"
                        + " finding; it holds AccessExclusiveLock on public.cue for about 2 minutes"
                        + " (reads 5.0 GB, writes 6.0 GB); its rollback holds no stronger locks");
    }

    @Test
    void provesOnATwin() throws SQLException {
        Set<Class<? extends Fact>> facts = new HashSet<>(Twin.facts());
        facts.addAll(NEEDS);
        Snapshot source = stage.database().snapshot(facts);
        try (Twin twin = Twin.build(source, TwinOptions.of(Face.THIN));
                ServerStage ground = ServerStage.on(twin.server(), twin.database())) {
            Finding finding = narrow(WIDEN, NARROW, DECLARED);
            Prover prover = new Prover(
                    ground, source, NEEDS, ProverTest::narrowTables, Duration.ofMinutes(1), InstantSource.system());
            assertThat(prover.prove(List.of(finding)).findings().getFirst().proof())
                    .satisfies(proof -> assertThat(proof.verdict()).isEqualTo(Proof.Verdict.REHEARSED))
                    .satisfies(proof -> assertThat(proof.reason()).contains("for an instant; its"));
        }
    }

    @Test
    void saysWhereTheRuleDeclaresOtherwise() throws SQLException {
        Proof proof = prove(narrow(WIDEN, NARROW, Impact.locking(CUE, LockMode.SHARE)))
                .findings()
                .getFirst()
                .proof();
        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.REHEARSED);
        assertThat(proof.reason())
                .contains("unlike declared, it takes AccessExclusiveLock on public.cue, but says ShareLock")
                .endsWith("unlike declared, it rewrites public.cue, but says nothing");
    }

    @Test
    void refutesWhatFails() throws SQLException {
        refutes(
                narrow(Sql.format("alter table %I alter column ident type bigint", CUE), NARROW, DECLARED),
                "its script fails: column \"ident\" of relation \"cue\" does not exist (SQLSTATE 42703");
    }

    @Test
    void refutesWhatDoesNotCure() throws SQLException {
        refutes(
                narrow(
                        Sql.format("comment on table %I is 'wide'", CUE),
                        Sql.format("comment on table %I is null", CUE),
                        DECLARED),
                "the finding is still there after it");
    }

    @Test
    void refutesWhatIsNotUndone() throws SQLException {
        refutes(
                narrow(WIDEN, Sql.format("select 1"), DECLARED),
                "its rollback does not restore what was there: column public.cue 1 id");
        refutes(narrow(WIDEN, Sql.format("alter table nowhere add a int"), DECLARED), "its rollback fails");
    }

    /// Whoever takes a cure back at noon has read what the cure locks.
    @Test
    void tellsWhatTheRollbackLocksIfItIsMore() throws SQLException {
        Sql undo = Sql.format("%s; alter table script alter column line drop default", NARROW);
        Proof proof = prove(narrow(WIDEN, undo, DECLARED)).findings().getFirst().proof();
        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.REHEARSED);
        assertThat(proof.reason())
                .contains("; its rollback holds AccessExclusiveLock on public.cue for about 2 minutes")
                .endsWith(", AccessExclusiveLock on public.script for an instant");
    }

    @Test
    void goesOnAfterARefutation() throws SQLException {
        Finding wrong = narrow(WIDEN, Sql.format("select 1"), DECLARED);
        Proven proven = prove(wrong, narrow(WIDEN, NARROW, DECLARED));
        assertThat(proven.rejected()).hasSize(1);
        assertThat(proven.findings())
                .extracting(finding -> finding.proof().verdict())
                .containsExactly(Proof.Verdict.REASONED, Proof.Verdict.REHEARSED);
    }

    @Test
    void saysWhatCannotBeTried() throws SQLException {
        Finding other = narrow(WIDEN, NARROW, DECLARED);
        Proven proven = prove(
                other.withRemedy(new Remedy.Advice("Think.")),
                other.withRemedy(new Remedy.Setting("work_mem", "8MB", null, false, false, null)),
                other.ofSessions(Set.of(1)),
                new Finding(
                        "elsewhere",
                        Severity.NOTE,
                        Subject.table(CUE),
                        "table \"public.cue\" is busy",
                        "It is.",
                        Evidence.NONE,
                        "None.",
                        other.remedy()),
                narrow(Sql.format("alter table %I owner to postgres", CUE), NARROW, DECLARED));
        assertThat(proven.rejected()).isEmpty();
        assertThat(proven.findings())
                .extracting(finding -> finding.proof().reason())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("a person must decide"),
                        reason -> assertThat(reason).contains("a setting"),
                        reason -> assertThat(reason).contains("only the live server has"),
                        reason -> assertThat(reason).contains("does not show the finding"),
                        reason -> assertThat(reason)
                                .startsWith("it was not rehearsed: its script is refused, for the ordinary role that"));
    }

    @Test
    void saysThatTimeIsUp() throws SQLException {
        Proven proven = prover(Duration.ZERO).prove(List.of(narrow(WIDEN, NARROW, DECLARED)));
        assertThat(proven.findings().getFirst().proof().reason()).contains("the time for trying remedies was up");
    }

    private void refutes(Finding finding, String reason) throws SQLException {
        Proven proven = prove(finding);
        assertThat(proven.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.finding()).isEqualTo(finding);
            assertThat(rejected.reason()).contains(reason);
        });
        assertThat(proven.findings().getFirst().remedy()).isInstanceOf(Remedy.Advice.class);
    }

    private Proven prove(Finding... findings) throws SQLException {
        return prover(Duration.ofMinutes(1)).prove(List.of(findings));
    }

    /// The source is as large as a twin never is.
    private Prover prover(Duration budget) throws SQLException {
        Snapshot twin = stage.stage().snapshot(NEEDS);
        List<RelationSize> sizes = List.of(
                new RelationSize(twin.all(Table.class).getFirst().oid(), 655_360, 5L << 30),
                new RelationSize(twin.all(Index.class).getFirst().oid(), 131_072, 1L << 30));
        Snapshot source = twin.with(Map.of(RelationSize.class, sizes));
        return new Prover(stage.stage(), source, NEEDS, ProverTest::narrowTables, budget, InstantSource.system());
    }

    private static List<Finding> narrowTables(Snapshot snapshot) {
        return snapshot.all(Column.class).stream()
                .filter(column -> column.name().equals("id") && column.type().equals("integer"))
                .map(column -> narrow(WIDEN, NARROW, DECLARED))
                .toList();
    }

    private static Finding narrow(Sql cure, Sql undo, Impact impact) {
        return new Finding(
                "narrow-key",
                Severity.NOTE,
                Subject.table(CUE),
                "table \"public.cue\" is narrow",
                "It is.",
                Evidence.NONE,
                "None.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(cure)), List.of(Step.inTransaction(undo)), impact, null));
    }
}
