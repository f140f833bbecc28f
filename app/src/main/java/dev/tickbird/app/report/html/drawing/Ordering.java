// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The order of nodes within columns. Each sweep sorts column after column by the mean place of the neighbours on the
/// side it comes from; the order with the fewest crossings so far is kept.
final class Ordering {

    private final Columns columns;
    private final int[] place;
    private List<List<Integer>> current;
    private List<List<Integer>> best;
    private long fewest;

    Ordering(Columns columns) {
        this.columns = columns;
        this.place = new int[columns.size()];
        this.current = columns.nodes();
        current.forEach(this::number);
        this.best = copy(current);
        this.fewest = crossings();
    }

    List<List<Integer>> best() {
        return best;
    }

    void sweep(boolean rightwards) {
        List<List<Integer>> next = rightwards ? current : current.reversed();
        for (List<Integer> column : next) {
            column.sort(Comparator.comparingDouble((Integer node) -> mean(node, rightwards))
                    .thenComparingInt(node -> place[node]));
            number(column);
        }
        long crossings = crossings();
        if (crossings < fewest) {
            fewest = crossings;
            best = copy(current);
        }
    }

    /// How often two edges between the same columns cross.
    long crossings() {
        return current.stream().mapToLong(this::crossings).sum();
    }

    private long crossings(List<Integer> column) {
        List<int[]> edges = new ArrayList<>();
        for (int node : column) {
            columns.right(node).forEach(other -> edges.add(new int[] {place[node], place[other]}));
        }
        long count = 0;
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                int byLeft = Integer.compare(edges.get(i)[0], edges.get(j)[0]);
                int byRight = Integer.compare(edges.get(i)[1], edges.get(j)[1]);
                count += byLeft * byRight < 0 ? 1 : 0;
            }
        }
        return count;
    }

    private double mean(int node, boolean rightwards) {
        List<Integer> neighbours = rightwards ? columns.left(node) : columns.right(node);
        return neighbours.stream().mapToInt(other -> place[other]).average().orElse(place[node]);
    }

    private void number(List<Integer> column) {
        IntStream.range(0, column.size()).forEach(i -> place[column.get(i)] = i);
    }

    private static List<List<Integer>> copy(List<List<Integer>> order) {
        return order.stream().map(List::copyOf).toList();
    }
}
