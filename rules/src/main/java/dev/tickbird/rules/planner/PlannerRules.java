// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.planner;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class PlannerRules {

    private PlannerRules() {}

    public static List<Rule> rules() {
        return List.of(
                new DisabledPlanMethod(),
                new ForcedGenericPlan(),
                new MissingParallelWorker(),
                new NonsensicalCost(),
                new UnderstatedCache());
    }
}
