// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app;

import dev.tickbird.app.report.Report;
import dev.tickbird.lab.proof.Prover;
import dev.tickbird.lab.rehearsal.ServerStage;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.lab.whatif.IndexTrials;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Examiner;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.ServerException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Tries the remedies of a report on a twin of what was examined. The target itself is not touched again.
///
/// @param examiner who found what is to be cured, and says whether it is
/// @param limit how long building the twin and trying the remedies may take together
/// @param forced whether to begin even if building the twin alone is likely to take longer
/// @param progress is told what is being done
record Proving(Examiner examiner, Duration limit, boolean forced, Consumer<String> progress) {

    /// As measured on two slow processors, the start of the server left aside.
    private static final int OBJECTS_A_SECOND = 1_500;

    private static final List<Class<? extends Fact>> OBJECTS =
            List.of(Table.class, Column.class, Index.class, Function.class);

    private static final int COLUMNS_IN_ONE = 10;

    /// What must be read of a target so that its findings can be tried; nothing if there is nothing to try, or if there
    /// is no time for it.
    Set<Class<? extends Fact>> wanted(Snapshot snapshot, Examination examination) {
        List<Finding> tried =
                examination.findings().stream().filter(Prover::canTry).toList();
        if (tried.isEmpty() || isTooLarge(snapshot)) {
            return Set.of();
        }
        return tried.stream().anyMatch(Proving::isAboutIndexes) ? IndexTrials.facts() : Twin.facts();
    }

    private static boolean isAboutIndexes(Finding finding) {
        return finding.remedy() instanceof Remedy.Statement remedy
                && remedy.steps().stream().anyMatch(step -> step.sql().text().contains("index"));
    }

    private boolean isTooLarge(Snapshot snapshot) {
        return !forced && likelyTime(snapshot).compareTo(limit) > 0;
    }

    /// The report with what came of each remedy, or with the reason why none could be tried.
    Report of(Report report) {
        if (report.examination().findings().stream().noneMatch(Prover::canTry)) {
            return report.with(report.examination()
                    .tried(Prover.withoutTrial(report.examination().findings()), List.of()));
        }
        try {
            return tried(report);
        } catch (SQLException | TickbirdException e) {
            return untried(report, String.valueOf(e.getMessage()));
        } catch (ServerException e) {
            return untried(report, e.title());
        } catch (RuntimeException e) { // whatever it is, nobody loses the report for it
            System.getLogger(Proving.class.getName()).log(System.Logger.Level.DEBUG, "could not try the remedies", e);
            return untried(report, "Tickbird itself failed: " + e);
        }
    }

    private Report tried(Report report) throws SQLException {
        Instant end = Instant.now().plus(limit);
        if (isTooLarge(report.snapshot())) {
            return untried(
                    report,
                    "building it would take about " + Words.duration(likelyTime(report.snapshot()))
                            + "; with --prove it is built all the same");
        }
        progress.accept("building a twin");
        try (Twin twin = Twin.build(report.snapshot(), TwinOptions.of(Face.THIN).within(limit))) {
            tell(twin.gaps());
            progress.accept("rehearsing the remedies");
            try (ServerStage stage = ServerStage.on(twin.server(), twin.database())) {
                Prover prover = new Prover(
                                stage,
                                report.snapshot(),
                                examiner.needs(),
                                snapshot -> examiner.examine(snapshot).findings(),
                                Duration.between(Instant.now(), end),
                                Clock.systemUTC())
                        .planningOn(
                                Binaries.of(report.snapshot().the(Server.class).major()), progress);
                return report.with(prover.prove(report.examination()));
            }
        }
    }

    private static Duration likelyTime(Snapshot snapshot) {
        long objects = OBJECTS.stream()
                .filter(snapshot.observed()::contains)
                .mapToLong(fact -> snapshot.all(fact).size() / (fact.equals(Column.class) ? COLUMNS_IN_ONE : 1))
                .sum();
        return Duration.ofMillis(objects * 1_000 / OBJECTS_A_SECOND);
    }

    private static Report untried(Report report, String reason) {
        Proof proof = Proof.reasoned("there is no twin to try it on: " + reason);
        List<Finding> findings = report.examination().findings().stream()
                .map(finding -> finding.withProof(proof))
                .toList();
        return report.with(report.examination().tried(findings, List.of()));
    }

    private void tell(List<TwinGap> gaps) {
        if (!gaps.isEmpty()) {
            progress.accept("the twin lacks " + Words.count(gaps.size(), "thing") + ", such as " + gaps.getFirst());
        }
    }
}
