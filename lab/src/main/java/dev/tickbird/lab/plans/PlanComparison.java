// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.plans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Walks down two plans side by side. Where one has other children than the other, it goes no deeper.
final class PlanComparison {

    /// `explain` rounds costs to this, so that equal costs may be printed as far apart.
    private static final double ROUNDING = 0.0101;

    private final List<String> choices = new ArrayList<>();
    private final List<String> estimates = new ArrayList<>();
    private double nodeCost;

    PlanDifference compare(PlanTree left, PlanTree right) {
        walk(left, right, left.label());
        return new PlanDifference(choices, relative(left.totalCost(), right.totalCost()), nodeCost, estimates);
    }

    private void walk(PlanTree left, PlanTree right, String path) {
        compareChoices(left, right, path);
        if (left.children().size() == right.children().size()) {
            for (int i = 0; i < left.children().size(); i++) {
                PlanTree child = left.children().get(i);
                walk(child, right.children().get(i), path + " > " + child.label());
            }
        } else {
            choices.add("%s: %s → %s".formatted(path, labels(left), labels(right)));
        }
        compareEstimates(left, right, path);
    }

    private void compareChoices(PlanTree left, PlanTree right, String path) {
        TreeSet<String> names = new TreeSet<>(left.properties().keySet());
        names.addAll(right.properties().keySet());
        for (String name : names) {
            String before = left.properties().getOrDefault(name, "none");
            String after = right.properties().getOrDefault(name, "none");
            if (!before.equals(after)) {
                choices.add("%s: %s %s → %s".formatted(path, name, before, after));
            }
        }
    }

    private void compareEstimates(PlanTree left, PlanTree right, String path) {
        double startup = relative(left.startupCost(), right.startupCost());
        double total = relative(left.totalCost(), right.totalCost());
        nodeCost = Math.max(nodeCost, Math.max(startup, total));
        List<String> parts = new ArrayList<>();
        if (startup > 0 || total > 0) {
            parts.add("cost %s..%s → %s..%s"
                    .formatted(
                            number(left.startupCost()),
                            number(left.totalCost()),
                            number(right.startupCost()),
                            number(right.totalCost())));
        }
        if (left.rows() != right.rows()) {
            parts.add("rows %s → %s".formatted(number(left.rows()), number(right.rows())));
        }
        if (left.width() != right.width()) {
            parts.add("width %s → %s".formatted(number(left.width()), number(right.width())));
        }
        if (!parts.isEmpty()) {
            estimates.add(path + ": " + String.join(", ", parts));
        }
    }

    private static double relative(double left, double right) {
        double distance = Math.abs(left - right);
        return distance <= ROUNDING ? 0 : distance / Math.max(Math.abs(left), Math.abs(right));
    }

    private static String labels(PlanTree tree) {
        return tree.children().stream().map(PlanTree::label).toList().toString();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
