// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.ArrayText;
import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the planner knows about the values in a column, from `pg_stats`: the values of real rows are among it.
///
/// Arrays are text as PostgreSQL writes them, `{a,"b c"}`, so that they can be put back into a server unchanged.
///
/// @param relation the OID of the table, or of the index whose expression it is
/// @param column the name of the column; of an index, the name of the expression
/// @param inherited whether the rows of its partitions and children are counted in
/// @param distinct how many values; negative: the share of the rows that are different; 0 if it is not known
/// @param correlation between the order of the values and the order on disk, -1 to 1; null if they have no order
/// @param rangeEmptyFraction of range types; before PostgreSQL 17 only a superuser sees it, like the two histograms
public record ColumnStatistics(
        long relation,
        String column,
        boolean inherited,
        double nullFraction,
        int averageWidth,
        double distinct,
        @Nullable String mostCommonValues,
        @Nullable String mostCommonFrequencies,
        @Nullable String histogramBounds,
        @Nullable Double correlation,
        @Nullable String mostCommonElements,
        @Nullable String mostCommonElementFrequencies,
        @Nullable String elementCountHistogram,
        @Nullable String rangeLengthHistogram,
        @Nullable Double rangeEmptyFraction,
        @Nullable String rangeBoundsHistogram)
        implements OfRelation {

    /// How many different values a table of so many rows has.
    public double distinctOf(double rows) {
        return distinct < 0 ? -distinct * rows : distinct;
    }

    /// The share of each most common value, the most common first; empty if no value is common.
    public List<Double> frequencies() {
        return mostCommonFrequencies == null
                ? List.of()
                : ArrayText.elements(mostCommonFrequencies).stream()
                        .map(Double::valueOf)
                        .toList();
    }
}
