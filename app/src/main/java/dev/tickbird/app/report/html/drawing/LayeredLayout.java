// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Places the nodes of a directed graph in columns so that edges run from left to right and cross little.
///
/// The classic four steps: turn round the edges that close a cycle; give each node the column that its longest path
/// needs; cut edges that skip columns into short ones by way points; order each column by the mean place of the
/// neighbours, again and again; then let nodes slide towards their neighbours. Nothing is random: the same graph is
/// always drawn the same.
final class LayeredLayout {

    /// From one node to another, by number.
    record Edge(int from, int to) {}

    /// A place on the drawing; of a node its left upper corner.
    record Point(double x, double y) {}

    static final int COLUMN_GAP = 56;
    private static final int ROW_GAP = 14;
    private static final int SWEEPS = 12;

    private final Columns columns;
    private final int width;
    private final double[] ys;

    /// @param heights one a node
    /// @param edges without those from a node to itself
    LayeredLayout(int width, int[] heights, List<Edge> edges) {
        this.width = width;
        this.columns = Columns.of(heights, edges);
        Ordering ordering = new Ordering(columns);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            ordering.sweep(sweep % 2 == 0);
        }
        this.ys = new double[columns.size()];
        settle(ordering.best());
    }

    Point node(int node) {
        return new Point((double) columns.column(node) * (width + COLUMN_GAP), ys[node]);
    }

    /// The middles of the way points of an edge, from its left end to its right end.
    List<Point> way(int edge) {
        return columns.way(edge).stream()
                .map(point -> new Point(
                        (double) columns.column(point) * (width + COLUMN_GAP), ys[point] + columns.height(point) / 2.0))
                .toList();
    }

    int nodeWidth() {
        return width;
    }

    int totalWidth() {
        return columns.count() * (width + COLUMN_GAP) - COLUMN_GAP;
    }

    double totalHeight() {
        double height = 0;
        for (int node = 0; node < columns.size(); node++) {
            height = Math.max(height, ys[node] + columns.height(node));
        }
        return height;
    }

    private void settle(List<List<Integer>> order) {
        for (List<Integer> column : order) {
            double y = 0;
            for (int node : column) {
                ys[node] = y;
                y += columns.height(node) + ROW_GAP;
            }
        }
        for (int round = 0; round < SWEEPS; round++) {
            List<List<Integer>> next = round % 2 == 0 ? order : order.reversed();
            next.forEach(this::slide);
        }
        double top = Arrays.stream(ys).min().orElse(0);
        for (int node = 0; node < ys.length; node++) {
            ys[node] -= top;
        }
    }

    /// Moves a column's nodes as near to the middle of their neighbours as their order allows: the mean of packing them
    /// downwards and packing them upwards, which both keep the distances.
    private void slide(List<Integer> column) {
        double[] down = new double[column.size()];
        double[] up = new double[column.size()];
        for (int i = 0; i < column.size(); i++) {
            double wish = wish(column.get(i));
            down[i] = i == 0 ? wish : Math.max(wish, down[i - 1] + columns.height(column.get(i - 1)) + ROW_GAP);
        }
        for (int i = column.size() - 1; i >= 0; i--) {
            double wish = wish(column.get(i));
            up[i] = i == column.size() - 1 ? wish : Math.min(wish, up[i + 1] - columns.height(column.get(i)) - ROW_GAP);
        }
        for (int i = 0; i < column.size(); i++) {
            ys[column.get(i)] = (down[i] + up[i]) / 2;
        }
    }

    private double wish(int node) {
        List<Integer> neighbours = new ArrayList<>(columns.left(node));
        neighbours.addAll(columns.right(node));
        double middle = neighbours.stream()
                .mapToDouble(other -> ys[other] + columns.height(other) / 2.0)
                .average()
                .orElse(ys[node] + columns.height(node) / 2.0);
        return middle - columns.height(node) / 2.0;
    }
}
