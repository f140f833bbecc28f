// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A query and its plans.
///
/// @param name of the query, with the kind of its values behind it if its constants are not known
/// @param sql what was planned
/// @param values what was taken for its unknown constants; empty if it has none, or if it was planned without
public record Planned(String name, String sql, List<String> values, Plan before, Plan after) {

    /// Says of each node whether a setting disables it, which older servers tell in its cost.
    private static final String SINCE_18 = ": Disabled ";

    public Planned {
        values = List.copyOf(values);
    }

    public Verdict verdict() {
        return Verdict.of(before.cost(), after.cost());
    }

    /// How many times as much it costs afterwards.
    public double factor() {
        return before.cost() == 0 ? after.cost() + 1 : after.cost() / before.cost();
    }

    /// Whether the changes forbid what the planner cannot do without.
    public boolean isForced() {
        return after.isForced() && !before.isForced();
    }

    /// Those of some tables that one of the plans reads or writes.
    public Set<QualifiedName> among(Collection<QualifiedName> tables) {
        return tables.stream()
                .filter(table -> before.touches(table) || after.touches(table))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Which nodes one plan has and the other has not. If both have the same nodes, what else was chosen in them.
    /// Empty if the planner chose the same.
    public List<String> changedNodes() {
        List<String> gone = labels(before);
        List<String> fresh = labels(after);
        labels(after).forEach(gone::remove);
        labels(before).forEach(fresh::remove);
        List<String> changed = new ArrayList<>();
        gone.forEach(label -> changed.add("gone: " + label));
        fresh.forEach(label -> changed.add("new: " + label));
        if (changed.isEmpty()) {
            before.tree().differenceTo(after.tree()).choices().stream()
                    .filter(choice -> !choice.contains(SINCE_18))
                    .forEach(changed::add);
        }
        return changed;
    }

    private static List<String> labels(Plan plan) {
        return new ArrayList<>(plan.tree().nodes().map(PlanTree::label).toList());
    }
}
