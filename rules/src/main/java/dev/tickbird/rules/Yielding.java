// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What several rules have found about the same sessions or the same object is told once, by the one to which the
/// others yield.
///
/// A rule cannot know whether another one runs, with which thresholds, and what it could see. So each examines by
/// itself, and only what has really been found is compared. About an object, whoever can cure by a statement does not
/// yield to mere advice, and what the others have found is remarked by the one that tells. Whoever tells does so with
/// the highest severity of all: what the user takes for critical in one rule stays so.
final class Yielding {

    private final Map<String, Set<String>> tellers;

    Yielding(List<Rule> rules) {
        tellers = rules.stream().collect(Collectors.toMap(Rule::slug, Rule::yieldsTo));
    }

    List<Finding> told(List<Finding> found) {
        Map<Subject, List<Finding>> bySubject = found.stream()
                .filter(finding -> finding.sessions().isEmpty()) // two sessions may bear one name
                .collect(Collectors.groupingBy(Finding::subject));
        List<Finding> ofSessions =
                found.stream().filter(finding -> !finding.sessions().isEmpty()).toList();
        return found.stream()
                .filter(finding ->
                        others(finding, bySubject, ofSessions).stream().noneMatch(other -> isSilentFor(finding, other)))
                .map(finding -> speaking(
                        finding,
                        others(finding, bySubject, ofSessions).stream()
                                .filter(other -> isSilentFor(other, finding))
                                .toList()))
                .toList();
    }

    /// Among which are those that may tell the same; of thousands about objects, few are.
    private static List<Finding> others(
            Finding finding, Map<Subject, List<Finding>> bySubject, List<Finding> ofSessions) {
        return finding.sessions().isEmpty() ? bySubject.getOrDefault(finding.subject(), List.of()) : ofSessions;
    }

    private boolean isSilentFor(Finding silent, Finding teller) {
        return silent.sessions().isEmpty() ? isToldBetter(silent, teller) : isToldWith(silent, teller);
    }

    private boolean isToldWith(Finding finding, Finding other) {
        return other.sessions().containsAll(finding.sessions()) && yields(finding, other);
    }

    /// By a teller that is about the same object.
    private boolean isToldBetter(Finding silent, Finding teller) {
        boolean cures = teller.remedy() instanceof Remedy.Statement;
        return cures == silent.remedy() instanceof Remedy.Statement
                ? yields(silent, teller)
                : cures && (yields(silent, teller) || yields(teller, silent));
    }

    private boolean yields(Finding silent, Finding teller) {
        return tellers.getOrDefault(silent.rule(), Set.of()).contains(teller.rule());
    }

    private static Finding speaking(Finding finding, List<Finding> silent) {
        Severity highest = Stream.concat(Stream.of(finding), silent.stream())
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String more = silent.stream()
                .filter(other -> other.sessions().isEmpty()) // who tells of a session tells all of it
                .map(other -> other.title() + " (" + other.rule() + ")")
                .collect(Collectors.joining("; "));
        Finding raised = finding.withSeverity(highest);
        return more.isEmpty() ? raised : raised.withRemark("Also found: " + more + ".");
    }
}
