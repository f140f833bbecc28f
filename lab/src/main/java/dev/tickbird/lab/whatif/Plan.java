// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.plans.PlanTree;

/// What the planner chose.
///
/// @param json as `explain (format json)` printed it
public record Plan(String json, PlanTree tree) {

    static Plan of(String json) {
        return new Plan(json, PlanTree.parse(json));
    }

    /// The total cost, in the planner's unit.
    public double cost() {
        return tree.totalCost();
    }
}
