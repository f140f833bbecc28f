// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.statistics.ExpressionStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What drawn rows say of a table, as a snapshot would tell it.
record Learned(Addition addition, SampleTable sample, Totals totals) {

    private static final Pattern ENTRY = Pattern.compile("\"([^\"]+)\": ([-+.0-9eE]+)");
    private static final String DECIDES = " => ";

    List<Fact> facts() throws SQLException {
        Snapshot found = sample.observed();
        List<Fact> facts = new ArrayList<>();
        for (ExtendedStatisticsData data : found.all(ExtendedStatisticsData.class)) {
            if (SampleTable.isOurs(data.schema())) {
                facts.add(data(data));
            }
        }
        for (ExpressionStatistics known : found.all(ExpressionStatistics.class)) {
            if (SampleTable.isOurs(known.schema())) {
                facts.add(expression(known));
            }
        }
        return facts;
    }

    private ExtendedStatisticsData data(ExtendedStatisticsData found) throws SQLException {
        ExtendedStatisticsData kept = sample.withoutRare(found, totals.fewest());
        return new ExtendedStatisticsData(
                addition.table().oid(),
                addition.wanted().name().schema(),
                addition.wanted().name().name(),
                addition.inherited(),
                kept.columns(),
                distinct(kept.distinct()),
                dependencies(kept.dependencies()),
                null,
                kept.mostCommonValues(),
                kept.mostCommonNulls(),
                kept.mostCommonFrequencies(),
                kept.mostCommonBaseFrequencies());
    }

    /// The counts in the drawn rows become counts in all rows.
    private @Nullable String distinct(@Nullable String found) throws SQLException {
        if (found == null) {
            return null;
        }
        List<String> entries = new ArrayList<>();
        Matcher entry = ENTRY.matcher(found);
        while (entry.find()) {
            List<Integer> numbers = Arrays.stream(entry.group(1).split(", ", -1))
                    .map(Integer::valueOf)
                    .toList();
            entries.add("\"" + onSource(entry.group(1)) + "\": " + totals.distinct(sample.count(numbers)));
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private @Nullable String dependencies(@Nullable String found) {
        return found == null
                ? null
                : ENTRY.matcher(found).replaceAll(entry -> "\"" + onSource(entry.group(1)) + "\": " + entry.group(2));
    }

    /// Columns have other numbers there; expressions have the same.
    private String onSource(String numbers) {
        Map<String, Integer> columns = addition.numbers();
        return Arrays.stream(numbers.split(DECIDES, -1))
                .map(side -> Arrays.stream(side.split(", ", -1))
                        .map(Integer::valueOf)
                        .map(number -> number > 0
                                ? columns.getOrDefault(
                                        addition.wanted().needed().get(number - 1), number)
                                : number)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(DECIDES));
    }

    private ExpressionStatistics expression(ExpressionStatistics found) {
        return new ExpressionStatistics(
                addition.table().oid(),
                addition.wanted().name().schema(),
                addition.wanted().name().name(),
                found.expression(),
                addition.inherited(),
                found.nullFraction(),
                found.averageWidth(),
                found.distinct(),
                found.mostCommonValues(),
                found.mostCommonFrequencies(),
                found.histogramBounds(),
                found.correlation(),
                found.mostCommonElements(),
                found.mostCommonElementFrequencies(),
                found.elementCountHistogram());
    }
}
