// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.util.List;

/// A query and its plans.
///
/// @param name of the query, with the kind of its values behind it if its constants are not known
/// @param sql what was planned
/// @param values what was taken for its unknown constants; empty if it has none, or if it was planned without
public record Planned(String name, String sql, List<String> values, Plan before, Plan after) {

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

    /// What the planner chose otherwise, node by node; empty if it chose the same.
    public List<String> changedNodes() {
        return before.tree().differenceTo(after.tree()).choices();
    }
}
