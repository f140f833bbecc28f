// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.plans;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which node of one plan is which of another for the same query. Nodes that follow each other in the same order are
/// taken together first, then those that have only moved or go by another alias; what is left over, only one of the
/// plans has.
public final class PlanPairs {

    /// Comparing each with each takes too long beyond so many nodes, such as of thousands of partitions.
    private static final int MOST = 2_000;

    private final IdentityHashMap<PlanTree, PlanTree> partners = new IdentityHashMap<>();

    private PlanPairs() {}

    public static PlanPairs of(PlanTree before, PlanTree after) {
        PlanPairs pairs = new PlanPairs();
        List<PlanTree> left = before.nodes().toList();
        List<PlanTree> right = after.nodes().toList();
        if (Math.max(left.size(), right.size()) <= MOST) {
            pairs.inOrder(left, right);
        }
        pairs.moved(left, right);
        return pairs;
    }

    /// The same node in the other plan; empty if that has none.
    public Optional<PlanTree> partner(PlanTree node) {
        return Optional.ofNullable(partners.get(node));
    }

    /// The longest sequence that both have.
    private void inOrder(List<PlanTree> left, List<PlanTree> right) {
        int[][] longest = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                longest[i][j] = alike(left.get(i), right.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (alike(left.get(i), right.get(j))) {
                pair(left.get(i++), right.get(j++));
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void moved(List<PlanTree> left, List<PlanTree> right) {
        Map<String, Deque<PlanTree>> free = new HashMap<>();
        for (PlanTree node : right) {
            if (!partners.containsKey(node)) {
                free.computeIfAbsent(node.label(), _ -> new ArrayDeque<>()).add(node);
            }
        }
        for (PlanTree node : left) {
            Deque<PlanTree> candidates = free.getOrDefault(node.label(), new ArrayDeque<>());
            if (!partners.containsKey(node) && !candidates.isEmpty()) {
                pair(node, candidates.remove());
            }
        }
    }

    private void pair(PlanTree left, PlanTree right) {
        partners.put(left, right);
        partners.put(right, left);
    }

    private static boolean alike(PlanTree one, PlanTree other) {
        return one.label().equals(other.label()) && alias(one).equals(alias(other));
    }

    /// Tells two scans of one table apart.
    private static String alias(PlanTree node) {
        return node.properties().getOrDefault("Alias", "");
    }
}
