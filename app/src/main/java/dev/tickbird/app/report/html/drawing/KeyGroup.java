// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.drawing.LayeredLayout.Edge;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tables that hang together by foreign keys, and where each is drawn.
///
/// @param tall the height of each table: the more arrows on one side, the taller
/// @param edges the distinct pairs of tables with a key, as the layout numbers them
record KeyGroup(List<Table> tables, List<ForeignKey> keys, List<Integer> tall, List<Edge> edges, LayeredLayout layout) {

    private static final int LOWEST = 30;
    private static final int PER_ARROW = 11;

    /// One a connected part of the graph.
    static List<KeyGroup> of(KeySelection selection, int nodeWidth) {
        Map<Long, List<ForeignKey>> at = new HashMap<>();
        for (ForeignKey key : selection.keys()) {
            at.computeIfAbsent(key.relation(), oid -> new ArrayList<>()).add(key);
            at.computeIfAbsent(key.referenced(), oid -> new ArrayList<>()).add(key);
        }
        List<KeyGroup> groups = new ArrayList<>();
        Set<Long> seen = new LinkedHashSet<>();
        for (Long oid : selection.tables().keySet()) {
            if (seen.add(oid) && at.containsKey(oid)) {
                groups.add(of(around(oid, at, seen), selection, nodeWidth));
            }
        }
        return groups;
    }

    int nodeWidth() {
        return layout.nodeWidth();
    }

    int[] heights() {
        return tall.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The tables of a key, by their place in the group.
    Edge edge(ForeignKey key) {
        return edge(key, tables);
    }

    /// The keys that a table hangs on, its neighbours' too, and so on; it has been seen, and so are they then.
    private static Set<ForeignKey> around(long start, Map<Long, List<ForeignKey>> at, Set<Long> seen) {
        Set<ForeignKey> keys = new LinkedHashSet<>();
        Deque<Long> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            for (ForeignKey key : at.getOrDefault(next.remove(), List.of())) {
                keys.add(key);
                for (Long end : List.of(key.relation(), key.referenced())) {
                    if (seen.add(end)) {
                        next.add(end);
                    }
                }
            }
        }
        return keys;
    }

    private static KeyGroup of(Set<ForeignKey> linked, KeySelection selection, int nodeWidth) {
        List<ForeignKey> keys = List.copyOf(linked);
        Set<Long> oids = new HashSet<>();
        keys.forEach(key -> oids.addAll(List.of(key.relation(), key.referenced())));
        List<Table> tables = selection.tables().values().stream()
                .filter(table -> oids.contains(table.oid()))
                .toList();
        List<Edge> edges = keys.stream()
                .map(key -> edge(key, tables))
                .filter(edge -> edge.from() != edge.to())
                .distinct()
                .toList();
        int[] out = new int[tables.size()];
        int[] in = new int[tables.size()];
        for (Edge edge : edges) {
            out[edge.from()]++;
            in[edge.to()]++;
        }
        List<Integer> tall = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            tall.add(Math.max(LOWEST, PER_ARROW * (Math.max(out[i], in[i]) + 1)));
        }
        int[] heights = tall.stream().mapToInt(Integer::intValue).toArray();
        return new KeyGroup(tables, keys, tall, edges, new LayeredLayout(nodeWidth, heights, edges));
    }

    private static Edge edge(ForeignKey key, List<Table> tables) {
        return new Edge(place(key.relation(), tables), place(key.referenced(), tables));
    }

    private static int place(long oid, List<Table> tables) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).oid() == oid) {
                return i;
            }
        }
        throw new IllegalStateException("table " + oid + " is not in this group");
    }
}
