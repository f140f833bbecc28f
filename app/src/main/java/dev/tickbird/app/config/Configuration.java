// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.config;

import dev.tickbird.model.finding.Severity;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.Suppression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A user's wishes.
///
/// @param rules the whole catalogue, with the user's thresholds
/// @param skipped slugs of rules not to run
/// @param severities slugs of rules whose findings get another severity
/// @param failOn from which severity on a check fails; empty if the file does not say
public record Configuration(
        List<Rule> rules,
        List<String> skipped,
        Map<String, Severity> severities,
        List<Suppression> suppressions,
        Optional<Severity> failOn) {

    public Configuration {
        rules = List.copyOf(rules);
        skipped = List.copyOf(skipped);
        severities = Map.copyOf(severities);
        suppressions = List.copyOf(suppressions);
    }

    /// Those of the rules that speak of defects and not of taste.
    public List<Rule> withoutOpinions() {
        return rules.stream().filter(rule -> !rule.isOpinion()).toList();
    }
}
