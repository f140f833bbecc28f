// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.model.QualifiedName;
import java.util.Set;
import java.util.stream.Collectors;

/// What the planner chose.
///
/// @param json as `explain (format json)` printed it
/// @param penalty the part of its cost that only says how unwelcome it is
/// @param namesakes the tables it reads or writes whose names others have in other schemas; empty if there are none
public record Plan(String json, PlanTree tree, double penalty, Set<QualifiedName> namesakes) {

    /// What the planner adds, up to PostgreSQL 17, for each node that a setting disables and that it cannot do without.
    private static final double DISABLED = 1.0e10;

    public Plan {
        namesakes = Set.copyOf(namesakes);
    }

    public static Plan of(String json) {
        return new Plan(json, PlanTree.parse(json), 0, Set.of());
    }

    /// With the tables that the same plan names with their schemas, as `explain (verbose)` prints it.
    Plan with(PlanTree verbose) {
        Set<QualifiedName> tables = verbose.nodes()
                .map(PlanTree::properties)
                .filter(node -> node.containsKey("Relation Name") && node.containsKey("Schema"))
                .map(node -> new QualifiedName(node.getOrDefault("Schema", ""), node.getOrDefault("Relation Name", "")))
                .collect(Collectors.toSet());
        return new Plan(json, tree, penalty, tables);
    }

    /// Whether it reads or writes a table.
    public boolean touches(QualifiedName table) {
        return namesakes.contains(table)
                || relations().contains(table.name())
                        && namesakes.stream().noneMatch(other -> other.name().equals(table.name()));
    }

    /// Under settings that disable something: what the planner has put on top of the cost is no cost.
    Plan disabling() {
        return new Plan(json, tree, Math.floor(tree.totalCost() / DISABLED) * DISABLED, namesakes);
    }

    /// The total cost, in the planner's unit.
    public double cost() {
        return tree.totalCost() - penalty;
    }

    /// Whether it does what a setting disables, for no other plan is possible.
    public boolean isForced() {
        return penalty > 0
                || tree.nodes().anyMatch(node -> "true".equals(node.properties().get("Disabled")));
    }

    /// The names of the tables it reads or writes; their schemas are not in it.
    Set<String> relations() {
        return tree.nodes()
                .map(node -> node.properties().getOrDefault("Relation Name", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
