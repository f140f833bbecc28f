// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.plans;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How two plans for one query differ. A relative difference of 0.01 is one hundredth of the larger number.
///
/// @param choices what the planner chose otherwise, node by node, for people; empty if the trees are identical
/// @param cost the relative difference of the whole plans' total costs
/// @param nodeCost the largest relative difference of the startup or total costs of any node that both have
/// @param estimates which nodes' numbers differ, for people, those below before those above
public record PlanDifference(List<String> choices, double cost, double nodeCost, List<String> estimates) {

    public PlanDifference {
        choices = List.copyOf(choices);
        estimates = List.copyOf(estimates);
    }

    /// Whether the planner chose the same, whatever it thinks that it costs.
    public boolean sameTree() {
        return choices.isEmpty();
    }

    /// One line for each thing that differs; empty if nothing does.
    public String text() {
        return Stream.concat(choices.stream(), estimates.stream()).collect(Collectors.joining("\n"));
    }
}
