// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a change of indexes does to the known statements that read or write their tables.
///
/// @param queries each in every form in which it was planned
/// @param refused how many statements the planner has no part in, or could not plan
/// @param tried how many statements were looked at, those that took the longest
/// @param known how many there are
public record Trial(List<Planned> queries, int refused, int tried, int known) {

    public Trial {
        queries = List.copyOf(queries);
    }

    /// The names of the statements without the kind of their values.
    public Set<String> statements() {
        return names(queries);
    }

    /// The statements of which a form costs more than so many times as much: 1.05 is five percent more.
    public Set<String> dearer(double factor) {
        return names(queries.stream()
                .filter(it -> it.verdict() == Verdict.WORSE && it.factor() > factor)
                .toList());
    }

    public Set<String> cheaper() {
        return names(
                queries.stream().filter(it -> it.verdict() == Verdict.BETTER).toList());
    }

    /// What has become dearest compared with before; empty if nothing has.
    public Optional<Planned> worst() {
        return queries.stream()
                .filter(it -> it.verdict() == Verdict.WORSE)
                .max(Comparator.comparingDouble(Planned::factor));
    }

    /// What has become cheapest compared with before; empty if nothing has.
    public Optional<Planned> best() {
        return queries.stream()
                .filter(it -> it.verdict() == Verdict.BETTER)
                .min(Comparator.comparingDouble(Planned::factor));
    }

    private static Set<String> names(List<Planned> some) {
        return some.stream()
                .map(it -> it.name().replaceFirst(" \\([a-z ]+\\)$", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
