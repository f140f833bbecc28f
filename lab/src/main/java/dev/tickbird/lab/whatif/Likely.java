// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.ArrayText;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which of a column's values a query is planned with.
enum Likely {
    /// A value like most: in the middle of the common ones, or of all if none is common.
    TYPICAL,

    /// A value that few rows have, or a bound that few rows are beyond.
    RARE,

    /// The value that most rows have, or a bound that nearly all rows are beyond.
    MOST_COMMON;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /// A value of the column, compared in this way; empty if the statistics hold none.
    ///
    /// @param between whether it is one end of a range, whose ends are drawn together
    Optional<String> value(ColumnStatistics column, String operator, boolean between) {
        List<String> common = elements(column.mostCommonValues());
        List<String> bounds = elements(column.histogramBounds());
        if (!operator.equals("=")) {
            List<String> inOrder = bounds.isEmpty() ? sorted(common) : bounds;
            boolean above = operator.startsWith(">");
            return between ? end(inOrder, above) : bound(inOrder, above);
        }
        List<String> usual = common.isEmpty() ? bounds : common;
        List<String> unusual = bounds.isEmpty() ? common : bounds;
        return switch (this) {
            case TYPICAL -> at(usual, usual.size() / 2);
            case RARE -> at(unusual, bounds.isEmpty() ? common.size() - 1 : bounds.size() / 3);
            case MOST_COMMON -> at(usual, common.isEmpty() ? bounds.size() / 2 : 0);
        };
    }

    private Optional<String> bound(List<String> bounds, boolean above) {
        int last = bounds.size() - 1;
        return switch (this) {
            case TYPICAL -> at(bounds, bounds.size() / 2);
            case RARE -> at(bounds, above ? Math.max(0, last - 1) : Math.min(1, last));
            case MOST_COMMON -> at(bounds, above ? 0 : last);
        };
    }

    /// A fifth of all, the least that the statistics can tell from nothing, or everything.
    private Optional<String> end(List<String> bounds, boolean lower) {
        int last = bounds.size() - 1;
        return switch (this) {
            case TYPICAL -> at(bounds, lower ? last * 2 / 5 : (last * 3 + 4) / 5);
            case RARE -> at(bounds, lower ? last / 2 : Math.min(last, last / 2 + 1));
            case MOST_COMMON -> at(bounds, lower ? 0 : last);
        };
    }

    private static List<String> sorted(List<String> values) {
        boolean numbers = values.stream().allMatch(NUMBER.asMatchPredicate());
        return values.stream()
                .sorted(numbers ? Comparator.comparing(BigDecimal::new) : Comparator.naturalOrder())
                .toList();
    }

    private static List<String> elements(@Nullable String array) {
        return array == null ? List.of() : ArrayText.elements(array);
    }

    private static Optional<String> at(List<String> values, int place) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(place));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
