// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Examination;
import java.time.Duration;

/// What there is to tell of one run.
///
/// @param version Tickbird's own
/// @param target what was examined, without secrets: a host and database, or a file
/// @param edition such as `self-hosted` or `Amazon RDS`
/// @param rules how many there are to ask; the user may have chosen some
/// @param took from the first connection to the last rule
public record Report(
        String version,
        String target,
        String edition,
        Snapshot snapshot,
        Examination examination,
        int rules,
        Duration took) {

    /// The same after more was found out.
    public Report with(Examination further) {
        return new Report(version, target, edition, snapshot, further, rules, took);
    }
}
