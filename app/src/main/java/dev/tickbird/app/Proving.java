// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app;

import dev.tickbird.app.report.Report;
import dev.tickbird.lab.proof.Prover;
import dev.tickbird.lab.rehearsal.ServerStage;
import dev.tickbird.lab.twin.Face;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.twin.TwinOptions;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Words;
import dev.tickbird.rules.Examiner;
import dev.tickbird.server.ServerException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Tries the remedies of a report on a twin of what was examined. The target itself is not touched again.
///
/// @param examiner who found what is to be cured, and says whether it is
/// @param patience how long building the twin may take, and then trying the remedies
/// @param progress is told what is being done
record Proving(Examiner examiner, Duration patience, Consumer<String> progress) {

    /// The report with what came of each remedy, or with the reason why none could be tried.
    Report of(Report report) {
        try {
            return tried(report);
        } catch (SQLException | TickbirdException e) {
            return untried(report, String.valueOf(e.getMessage()));
        } catch (ServerException e) {
            return untried(report, e.title());
        }
    }

    private Report tried(Report report) throws SQLException {
        progress.accept("building a twin");
        try (Twin twin = Twin.build(report.snapshot(), TwinOptions.of(Face.THIN).within(patience))) {
            tell(twin.gaps());
            progress.accept("rehearsing the remedies");
            try (ServerStage stage = ServerStage.on(twin.server(), twin.database())) {
                Prover prover = new Prover(
                        stage,
                        report.snapshot(),
                        examiner.needs(),
                        snapshot -> examiner.examine(snapshot).findings(),
                        patience,
                        Clock.systemUTC());
                return report.with(prover.prove(report.examination()));
            }
        }
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
