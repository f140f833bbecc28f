// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/// Findings of one rule and one severity, costliest first. However many there are, a person reads the first few in full
/// and some more by title.
public record FindingGroup(List<Finding> findings) {

    private static final int IN_FULL = 3;
    private static final int BY_TITLE = 10;

    public FindingGroup {
        findings = List.copyOf(findings);
    }

    /// The groups in the order of their findings, which come sorted.
    public static List<FindingGroup> of(List<Finding> sorted) {
        List<FindingGroup> groups = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !belongTogether(sorted.get(i), sorted.get(start))) {
                groups.add(new FindingGroup(sorted.subList(start, i)));
                start = i;
            }
        }
        return groups;
    }

    private static boolean belongTogether(Finding one, Finding other) {
        return one.severity() == other.severity() && one.rule().equals(other.rule());
    }

    public String rule() {
        return findings.getFirst().rule();
    }

    public Severity severity() {
        return findings.getFirst().severity();
    }

    public List<Finding> inFull() {
        return findings.subList(0, Math.min(IN_FULL, findings.size()));
    }

    public List<Finding> byTitle() {
        return findings.subList(inFull().size(), Math.min(IN_FULL + BY_TITLE, findings.size()));
    }

    /// How many are neither shown in full nor by title.
    public int more() {
        return findings.size() - inFull().size() - byTitle().size();
    }
}
