// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.ArrayList;
import java.util.List;

/// Columns that rise or fall with the key: if both lie on disk in their order, the first partition has the first values
/// of both.
final class Rising {

    /// From here on, rows lie on disk in the order of a column.
    private static final double ORDERED = 0.95;

    private Rising() {}

    static boolean isOrdered(ColumnStatistics column) {
        return column.correlation() != null && Math.abs(column.correlation()) >= ORDERED;
    }

    static boolean areOpposite(ColumnStatistics one, ColumnStatistics other) {
        return one.correlation() != null && other.correlation() != null && one.correlation() * other.correlation() < 0;
    }

    /// The parts of the key with the values of another column.
    ///
    /// @param parts in the order in which they come along with the values; if there is one for rows without a key,
    /// nothing is known of the values in it
    /// @param values of the other column, in their order
    /// @param nullFraction of the other column
    static List<Part> parts(List<Part> parts, List<Part.Value> values, double nullFraction) {
        double all = values.stream().mapToDouble(Part.Value::share).sum();
        double allOfParts = parts.stream()
                .filter(part -> !part.isDefault())
                .mapToDouble(Part::share)
                .sum();
        List<Part> risen = new ArrayList<>();
        int next = 0;
        double reached = 0;
        double end = 0;
        for (Part part : parts) {
            List<Part.Value> mine = new ArrayList<>();
            end += part.isDefault() ? 0 : all * part.share() / allOfParts;
            while (!part.isDefault()
                    && next < values.size()
                    && reached + values.get(next).share() / 2 <= end) {
                mine.add(values.get(next));
                reached += values.get(next).share();
                next++;
            }
            risen.add(new Part(part.bound(), part.label(), part.share(), mine, part.share() * nullFraction));
        }
        return risen;
    }
}
