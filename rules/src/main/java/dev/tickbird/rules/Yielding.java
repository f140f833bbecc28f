// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What several rules have found about the same sessions or the same object is told once, by the one to which the
/// others yield.
///
/// A rule cannot know whether another one runs, with which thresholds, and what it could see. So each examines by
/// itself, and only what has really been found is compared. About an object, whoever can cure by a statement does not
/// yield to mere advice, and what the others have found is remarked by the one that tells.
final class Yielding {

    private final Map<String, Set<String>> tellers;

    Yielding(List<Rule> rules) {
        tellers = rules.stream().collect(Collectors.toMap(Rule::slug, Rule::yieldsTo));
    }

    List<Finding> told(List<Finding> found) {
        Map<Subject, List<Finding>> bySubject = found.stream()
                .filter(finding -> finding.sessions().isEmpty()) // two sessions may bear one name
                .collect(Collectors.groupingBy(Finding::subject));
        return found.stream()
                .filter(finding -> finding.sessions().isEmpty() // as most of thousands are
                        || found.stream().noneMatch(other -> isToldWith(finding, other)))
                .filter(finding -> bySubject.getOrDefault(finding.subject(), List.of()).stream()
                        .noneMatch(other -> isToldBetter(finding, other)))
                .map(finding -> remarking(finding, bySubject.getOrDefault(finding.subject(), List.of())))
                .toList();
    }

    private boolean isToldWith(Finding finding, Finding other) {
        return other.sessions().containsAll(finding.sessions()) && yields(finding, other);
    }

    /// By a teller that is about the same object.
    private boolean isToldBetter(Finding silent, Finding teller) {
        if (!silent.sessions().isEmpty()) {
            return false;
        }
        boolean cures = teller.remedy() instanceof Remedy.Statement;
        return cures == silent.remedy() instanceof Remedy.Statement
                ? yields(silent, teller)
                : cures && (yields(silent, teller) || yields(teller, silent));
    }

    private boolean yields(Finding silent, Finding teller) {
        return tellers.getOrDefault(silent.rule(), Set.of()).contains(teller.rule());
    }

    private Finding remarking(Finding finding, List<Finding> ofSubject) {
        List<String> more = ofSubject.stream()
                .filter(other -> isToldBetter(other, finding))
                .map(other -> other.title() + " (" + other.rule() + ")")
                .toList();
        return more.isEmpty() ? finding : finding.withRemark("Also found: " + String.join("; ", more) + ".");
    }
}
