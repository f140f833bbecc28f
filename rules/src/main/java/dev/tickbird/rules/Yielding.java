// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What several rules have found about the same sessions is told once, by the one to which the others yield.
///
/// A rule cannot know whether another one runs, with which thresholds, and what it could see. So each examines by
/// itself, and only what has really been found is compared.
final class Yielding {

    private final Map<String, Set<String>> tellers;

    Yielding(List<Rule> rules) {
        tellers = rules.stream().collect(Collectors.toMap(Rule::slug, Rule::yieldsTo));
    }

    List<Finding> told(List<Finding> found) {
        return found.stream()
                .filter(finding -> finding.sessions().isEmpty() // as most of thousands are
                        || found.stream().noneMatch(other -> yields(finding, other)))
                .toList();
    }

    private boolean yields(Finding finding, Finding other) {
        return other.sessions().containsAll(finding.sessions())
                && tellers.getOrDefault(finding.rule(), Set.of()).contains(other.rule());
    }
}
