// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `analyze` would know of a column in one partition.
///
/// @param known of the whole table
/// @param rows of the whole table
record PartStatistics(ColumnStatistics known, double rows) {

    private static final int TARGET = 100; // entries in a list, as PostgreSQL keeps them by default
    private static final double SHARE_SINCE = 0.1; // from here on a count of values grows with the rows

    /// Of a column of which it is known what lies where.
    ///
    /// @param parts all of them
    /// @param place of the partition among them
    ColumnStatistics of(long partition, List<Part> parts, int place) {
        Part part = parts.get(place);
        if (part.values().isEmpty()) {
            return alike(partition, part.share());
        }
        List<Part.Value> common = part.values().stream()
                .filter(Part.Value::common)
                .sorted(Comparator.comparingDouble(Part.Value::share).reversed())
                .toList();
        List<Part.Value> others =
                part.values().stream().filter(value -> !value.common()).toList();
        double partRows = Math.max(1, rows * part.share());
        double distinct = Math.clamp(common.size() + uncommon(part, parts), 1, partRows);
        if (isCompletelyKnown(part.values().size(), distinct, partRows)) {
            common = part.values().stream()
                    .sorted(Comparator.comparingDouble(Part.Value::share).reversed())
                    .toList();
            others = List.of();
        }
        return statistics(
                partition,
                part.nulls() / part.share(),
                kept(distinct, partRows),
                array(common, PartStatistics::quoted),
                array(common, value -> String.valueOf((float) (value.share() / part.share()))),
                array(bounds(others), PartStatistics::quoted));
    }

    /// As many of all uncommon values as of the rows that have them.
    private double uncommon(Part part, List<Part> parts) {
        double rowsOfAll = parts.stream().mapToDouble(Part::uncommonShare).sum();
        double all = known.distinctOf(rows) - known.frequencies().size();
        return part.uncommonShare() == 0 ? 0 : Math.max(1, all * part.uncommonShare() / rowsOfAll);
    }

    /// Few values, each in many rows: `analyze` counts them all.
    private static boolean isCompletelyKnown(int values, double distinct, double partRows) {
        return values <= TARGET && Math.abs(values - distinct) <= 0.15 * values && partRows * SHARE_SINCE >= distinct;
    }

    /// Of another column, of which every partition has values like the whole table's.
    ColumnStatistics alike(long partition, double share) {
        double all = Math.clamp(known.distinctOf(rows), 1, Math.max(1, rows));
        double here = all * (1 - Math.pow(1 - share, rows / all)); // those of which at least one row is here
        double distinct = known.distinct() == 0 ? 0 : kept(here, Math.max(1, rows * share));
        return statistics(
                partition,
                known.nullFraction(),
                known.distinct() == -1 ? -1 : distinct,
                known.mostCommonValues(),
                known.mostCommonFrequencies(),
                known.histogramBounds());
    }

    /// As `analyze` keeps it: as a share of the rows where there are many.
    private static double kept(double distinct, double rows) {
        return distinct > SHARE_SINCE * rows ? -Math.min(1, distinct / rows) : Math.rint(distinct);
    }

    private static List<Part.Value> bounds(List<Part.Value> values) {
        double all = values.stream().mapToDouble(Part.Value::share).sum();
        int buckets = Math.min(TARGET, values.size() - 1);
        List<Part.Value> bounds = new ArrayList<>();
        double reached = 0;
        for (int i = 0; i < values.size() && buckets > 0; i++) {
            if (i == values.size() - 1 || reached >= all * bounds.size() / buckets) {
                bounds.add(values.get(i));
            }
            reached += values.get(i).share();
        }
        return bounds;
    }

    private static @Nullable String array(List<Part.Value> values, Function<Part.Value, String> text) {
        if (values.isEmpty()) {
            return null;
        }
        StringBuilder array = new StringBuilder("{");
        for (Part.Value value : values) {
            array.append(array.length() > 1 ? "," : "").append(text.apply(value));
        }
        return array.append('}').toString();
    }

    private static String quoted(Part.Value value) {
        return '"' + value.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private ColumnStatistics statistics(
            long partition,
            double nullFraction,
            double distinct,
            @Nullable String mostCommonValues,
            @Nullable String mostCommonFrequencies,
            @Nullable String histogramBounds) {
        return new ColumnStatistics(
                partition,
                known.column(),
                false,
                nullFraction,
                known.averageWidth(),
                distinct,
                mostCommonValues,
                mostCommonFrequencies,
                histogramBounds,
                known.correlation(),
                known.mostCommonElements(),
                known.mostCommonElementFrequencies(),
                known.elementCountHistogram(),
                known.rangeLengthHistogram(),
                known.rangeEmptyFraction(),
                known.rangeBoundsHistogram());
    }
}
