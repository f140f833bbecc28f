// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.rules.Catalogue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /// What could not be seen of what the rules read that were asked. A snapshot file may lack more.
    public List<Gap> gaps() {
        Set<Class<? extends Fact>> read = new HashSet<>();
        examination
                .examined()
                .forEach(examined -> Catalogue.rule(examined.rule())
                        .ifPresent(rule -> read.addAll(rule.needs().facts())));
        return snapshot.gaps().stream().filter(gap -> read.contains(gap.fact())).toList();
    }

    /// The same after more was found out.
    public Report with(Examination further) {
        return new Report(version, target, edition, snapshot, further, rules, took);
    }
}
