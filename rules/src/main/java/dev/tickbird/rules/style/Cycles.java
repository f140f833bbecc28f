// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.schema.ForeignKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The circles that foreign keys form.
final class Cycles {

    private final Map<Long, List<ForeignKey>> byTable;

    Cycles(List<ForeignKey> keys) {
        List<ForeignKey> left = keys;
        List<ForeignKey> before;
        do { // what ends somewhere is in no circle; mostly nothing is left
            before = left;
            Set<Long> referencing = before.stream().map(ForeignKey::relation).collect(Collectors.toSet());
            Set<Long> referenced = before.stream().map(ForeignKey::referenced).collect(Collectors.toSet());
            left = before.stream()
                    .filter(key -> referencing.contains(key.referenced()) && referenced.contains(key.relation()))
                    .toList();
        } while (left.size() < before.size());
        byTable = left.stream().collect(Collectors.groupingBy(ForeignKey::relation));
    }

    /// The keys of each group of tables that can all be reached from each other; those of one circle in its order.
    List<List<ForeignKey>> found() {
        List<List<ForeignKey>> circles = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        for (long table : byTable.keySet().stream().sorted().toList()) {
            Set<Long> circle = reached(table);
            circle.removeIf(other -> !reached(other).contains(table));
            if (circle.contains(table) && told.addAll(circle)) {
                circles.add(inOrder(table, circle));
            }
        }
        return circles;
    }

    private Set<Long> reached(long table) {
        Set<Long> reached = new HashSet<>();
        Deque<Long> next = new ArrayDeque<>(List.of(table));
        while (!next.isEmpty()) {
            byTable.getOrDefault(next.remove(), List.of()).stream()
                    .map(ForeignKey::referenced)
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    private List<ForeignKey> inOrder(long first, Set<Long> circle) {
        List<ForeignKey> keys = new ArrayList<>();
        Set<Long> seen = new HashSet<>(Set.of(first));
        Deque<Long> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            byTable.getOrDefault(next.remove(), List.of()).stream()
                    .filter(key -> circle.contains(key.referenced()))
                    .forEach(key -> {
                        keys.add(key);
                        if (seen.add(key.referenced())) {
                            next.add(key.referenced());
                        }
                    });
        }
        return keys;
    }
}
