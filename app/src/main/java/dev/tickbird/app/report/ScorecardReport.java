// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.rules.scorecard.Grade;
import dev.tickbird.rules.scorecard.Scorecard;
import java.util.Optional;

/// What there is to tell of a server's goals.
///
/// @param version Tickbird's own
/// @param target without secrets: a host and database, or a file
/// @param before the same at an earlier moment, if there was one to compare with
public record ScorecardReport(
        String version, String target, Snapshot snapshot, Scorecard scorecard, Optional<Earlier> before) {

    /// @param target where it comes from
    public record Earlier(String target, Snapshot snapshot, Scorecard scorecard) {

        public Grade of(Grade later) {
            return scorecard.of(later.goal());
        }
    }

    /// `5 of 10 goals reached, 1 missed, 4 not measured`.
    public String headline() {
        long missed = scorecard.count(Grade.Verdict.MISS);
        long unmeasured = scorecard.count(Grade.Verdict.NOT_MEASURED);
        return scorecard.count(Grade.Verdict.PASS) + " of "
                + Words.count(scorecard.grades().size(), "goal") + " reached"
                + (missed == 0 ? "" : ", " + missed + " missed")
                + (unmeasured == 0 ? "" : ", " + unmeasured + " not measured");
    }
}
