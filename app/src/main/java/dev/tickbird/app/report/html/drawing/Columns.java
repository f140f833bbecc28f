// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.drawing.LayeredLayout.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which column each node of a graph stands in, with way points where an edge skips columns. Way points are nodes too,
/// numbered after the real ones.
final class Columns {

    private static final int WAY_POINT_HEIGHT = 4;

    private final List<Integer> heights = new ArrayList<>();
    private final List<Integer> column = new ArrayList<>();
    private final List<List<Integer>> left = new ArrayList<>();
    private final List<List<Integer>> right = new ArrayList<>();
    private final List<List<Integer>> ways = new ArrayList<>();
    private int count;

    private Columns() {}

    static Columns of(int[] heights, List<Edge> edges) {
        List<Edge> forward = withoutCycles(heights.length, edges);
        int[] toEnd = longestWayToEnd(heights.length, forward);
        Columns columns = new Columns();
        columns.count = Arrays.stream(toEnd).max().orElse(0) + 1;
        for (int node = 0; node < heights.length; node++) {
            columns.add(heights[node], columns.count - 1 - toEnd[node]);
        }
        forward.forEach(columns::connect);
        return columns;
    }

    int size() {
        return heights.size();
    }

    int count() {
        return count;
    }

    int column(int node) {
        return column.get(node);
    }

    int height(int node) {
        return heights.get(node);
    }

    List<Integer> left(int node) {
        return left.get(node);
    }

    List<Integer> right(int node) {
        return right.get(node);
    }

    List<Integer> way(int edge) {
        return ways.get(edge);
    }

    /// The nodes of each column, in the order of their numbers.
    List<List<Integer>> nodes() {
        List<List<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(new ArrayList<>());
        }
        for (int node = 0; node < size(); node++) {
            nodes.get(column(node)).add(node);
        }
        return nodes;
    }

    private int add(int height, int inColumn) {
        heights.add(height);
        column.add(inColumn);
        left.add(new ArrayList<>());
        right.add(new ArrayList<>());
        return size() - 1;
    }

    private void connect(Edge edge) {
        List<Integer> way = new ArrayList<>();
        int last = edge.from();
        for (int between = column(edge.from()) + 1; between < column(edge.to()); between++) {
            int point = add(WAY_POINT_HEIGHT, between);
            way.add(point);
            join(last, point);
            last = point;
        }
        join(last, edge.to());
        ways.add(way);
    }

    private void join(int from, int to) {
        right.get(from).add(to);
        left.get(to).add(from);
    }

    /// The same edges, those turned round that lead back to a node from which they were reached.
    private static List<Edge> withoutCycles(int nodes, List<Edge> edges) {
        List<List<Edge>> leaving = byStart(nodes, edges);
        boolean[] entered = new boolean[nodes];
        boolean[] left = new boolean[nodes];
        List<Edge> back = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            if (!entered[node]) {
                explore(node, leaving, entered, left, back);
            }
        }
        return edges.stream()
                .map(edge -> back.contains(edge) ? new Edge(edge.to(), edge.from()) : edge)
                .toList();
    }

    private static void explore(
            int node, List<List<Edge>> leaving, boolean[] entered, boolean[] left, List<Edge> back) {
        entered[node] = true;
        for (Edge edge : leaving.get(node)) {
            if (!entered[edge.to()]) {
                explore(edge.to(), leaving, entered, left, back);
            } else if (!left[edge.to()]) {
                back.add(edge);
            }
        }
        left[node] = true;
    }

    private static int[] longestWayToEnd(int nodes, List<Edge> edges) {
        int[] length = new int[nodes];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : edges) {
                if (length[edge.from()] <= length[edge.to()]) {
                    length[edge.from()] = length[edge.to()] + 1;
                    changed = true;
                }
            }
        }
        return length;
    }

    private static List<List<Edge>> byStart(int nodes, List<Edge> edges) {
        List<List<Edge>> leaving = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            leaving.add(new ArrayList<>());
        }
        edges.forEach(edge -> leaving.get(edge.from()).add(edge));
        return leaving;
    }
}
