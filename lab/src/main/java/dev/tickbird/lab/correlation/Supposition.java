// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.observe.RowSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The most that a statistics object could say: that its columns depend on each other entirely. A column decides those
/// that have no more values than it has, and of a combination there are as many as of its column with the most values.
///
/// @param columns in the order of their numbers
record Supposition(Addition addition, List<Subject> columns) {

    private record Subject(int number, String name, double distinct) {}

    private static final String DISTINCT = "ndistinct";
    private static final String DEPENDENCIES = "dependencies";
    private static final String COMMON = "mcv";

    /// @param rows of the table; -1 if that is not known
    /// @throws TickbirdException if nothing can be supposed of the object
    static Supposition of(Addition addition, long rows, RowSample.Refused refused) {
        Wanted wanted = addition.wanted();
        if (!wanted.expressions().isEmpty()) {
            throw impossible("what expressions are for each row", refused);
        }
        if (wanted.kinds().equals(List.of(COMMON))) {
            throw impossible("which combinations are common", refused);
        }
        Map<String, Double> distinct =
                Relations.of(addition.snapshot()).of(addition.table(), ColumnStatistics.class).stream()
                        .filter(known -> known.inherited() == addition.inherited() && known.distinct() != 0)
                        .collect(Collectors.toMap(
                                ColumnStatistics::column, known -> known.distinctOf((double) Math.max(1, rows))));
        List<Subject> columns = new ArrayList<>();
        for (String column : wanted.columns()) {
            if (!distinct.containsKey(column)) {
                throw TickbirdException.target(
                        "no statistics of column \"" + column + "\" are seen, and " + refused.reason(),
                        refused.hint(),
                        null);
            }
            int number = addition.numbers().getOrDefault(column, 0);
            columns.add(new Subject(number, column, distinct.getOrDefault(column, 0.0)));
        }
        return new Supposition(addition, columns);
    }

    private static TickbirdException impossible(String lack, RowSample.Refused refused) {
        return TickbirdException.usage(lack + " is in the rows, and " + refused.reason(), refused.hint());
    }

    ExtendedStatisticsData data() {
        Wanted wanted = addition.wanted();
        return new ExtendedStatisticsData(
                addition.table().oid(),
                wanted.name().schema(),
                wanted.name().name(),
                addition.inherited(),
                wanted.columns(),
                wanted.kinds().contains(DISTINCT) ? distinct() : null,
                wanted.kinds().contains(DEPENDENCIES) ? dependencies() : null,
                null,
                null,
                null,
                null,
                null);
    }

    private @Nullable String distinct() {
        return entries(combinations().stream()
                .filter(some -> some.size() > 1)
                .map(some -> entry(numbers(some), String.valueOf(Math.round(most(some)))))
                .toList());
    }

    private @Nullable String dependencies() {
        List<String> entries = new ArrayList<>();
        for (List<Subject> some : combinations()) {
            columns.stream()
                    .filter(other -> decide(some, other))
                    .forEach(other -> entries.add(entry(numbers(some) + " => " + other.number(), "1.000000")));
        }
        return entries(entries);
    }

    /// All that have a column at least, in any number.
    private List<List<Subject>> combinations() {
        List<List<Subject>> all = new ArrayList<>(List.of(List.of()));
        for (Subject column : columns) {
            for (List<Subject> some : List.copyOf(all)) {
                List<Subject> more = new ArrayList<>(some);
                more.add(column);
                all.add(more);
            }
        }
        all.removeFirst();
        return all;
    }

    private static boolean decide(List<Subject> some, Subject other) {
        return !some.contains(other) && most(some) >= other.distinct();
    }

    private static double most(List<Subject> some) {
        return some.stream().mapToDouble(Subject::distinct).max().orElse(0);
    }

    private static String numbers(List<Subject> some) {
        return some.stream().map(column -> String.valueOf(column.number())).collect(Collectors.joining(", "));
    }

    private static String entry(String subjects, String value) {
        return "\"" + subjects + "\": " + value;
    }

    private static @Nullable String entries(List<String> entries) {
        return entries.isEmpty() ? null : "{" + String.join(", ", entries) + "}";
    }

    /// What was supposed, aloud.
    TwinGap said(RowSample.Refused refused) {
        List<String> kinds = addition.wanted().kinds();
        List<String> supposed = new ArrayList<>();
        if (kinds.contains(DEPENDENCIES)) {
            columns.forEach(column -> decided(column, supposed));
        }
        if (kinds.contains(DISTINCT)) {
            supposed.add("there are as many combinations of columns as values of the one that has most");
        }
        String not = kinds.contains(COMMON) ? "; which combinations are common (mcv) cannot be supposed" : "";
        return new TwinGap(
                "statistics object " + addition.wanted().name(),
                "supposed: " + String.join(", ", supposed) + ", which is the most that it could say" + not + "; "
                        + refused.reason() + "; of a server whose rows may be read, they are sampled instead",
                refused.hint());
    }

    private void decided(Subject column, List<String> supposed) {
        String others = columns.stream()
                .filter(other -> decide(List.of(column), other))
                .map(Subject::name)
                .collect(Collectors.joining(" and "));
        if (!others.isEmpty()) {
            supposed.add(column.name() + " decides " + others);
        }
    }
}
