// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the user has already settled: accepted findings, other severities, and the findings of a baseline.
///
/// @param baseline identities of findings that are known and not to be reported again
public record Settlement(List<Suppression> suppressions, Map<String, Severity> severities, Set<String> baseline) {

    public static final Settlement NONE = new Settlement(List.of(), Map.of(), Set.of());

    public Settlement {
        suppressions = List.copyOf(suppressions);
        severities = Map.copyOf(severities);
        baseline = Set.copyOf(baseline);
    }

    /// The finding with the severity that the user gives its rule.
    Finding judged(Finding finding) {
        return finding.withSeverity(severities.getOrDefault(finding.rule(), finding.severity()));
    }

    Examination settle(List<Finding> findings, List<Examined> examined, LocalDate today) {
        List<Finding> open = new ArrayList<>();
        List<Examination.Suppressed> suppressed = new ArrayList<>();
        Set<Suppression> used = new HashSet<>();
        int known = 0;
        for (Finding finding : findings) {
            Optional<Suppression> suppression = suppressions.stream()
                    .filter(it -> !it.isOver(today) && it.covers(finding))
                    .findFirst();
            if (suppression.isPresent()) {
                used.add(suppression.get());
                suppressed.add(suppression.get().of(finding));
            } else if (baseline.contains(finding.identity())) {
                known++;
            } else {
                open.add(finding);
            }
        }
        return new Examination(open, suppressed, known, examined, remarks(used, today));
    }

    private List<String> remarks(Set<Suppression> used, LocalDate today) {
        return suppressions.stream()
                .filter(suppression -> !used.contains(suppression))
                .map(suppression -> suppression.isOver(today)
                        ? "suppression of \"" + suppression.finding() + "\" ended on " + suppression.until()
                        : "suppression of \"" + suppression.finding() + "\" matches no finding")
                .toList();
    }
}
