// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/// Findings of one rule and one severity, costliest first. However many there are, a person reads the first few in full
/// and some more by title; of what is critical each has its cure, the later ones without the prose that repeats.
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

    /// With numbers, cure and undo.
    public List<Finding> inShort() {
        return severity() == Severity.CRITICAL ? findings.subList(inFull().size(), findings.size()) : List.of();
    }

    public List<Finding> byTitle() {
        int start = inFull().size() + inShort().size();
        return findings.subList(start, Math.min(start + BY_TITLE, findings.size()));
    }

    /// How many are not shown at all.
    public int more() {
        return findings.size() - inFull().size() - inShort().size() - byTitle().size();
    }
}
