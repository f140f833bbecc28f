// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// A rule, and how long it takes. The first rule that needs a view of the snapshot pays for it.
record TimedRule(Rule rule, Stopwatch stopwatch) implements Rule {

    @Override
    public Needs needs() {
        return rule.needs();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        stopwatch.begin("rule " + slug());
        List<Finding> found = rule.examine(snapshot).toList();
        stopwatch.begin("settling");
        return found.stream();
    }

    @Override
    public String slug() {
        return rule.slug();
    }
}
