// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.ArrayText;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which of a column's values a query is planned with.
enum Likely {
    /// A value like most: in the middle of the common ones, or of all if none is common.
    TYPICAL,

    /// A value that few rows have, or a bound that few rows are beyond.
    RARE,

    /// The value that most rows have, or a bound that nearly all rows are beyond.
    MOST_COMMON;

    /// A value of the column, compared in this way; empty if the statistics hold none.
    Optional<String> value(ColumnStatistics column, String operator) {
        List<String> common = elements(column.mostCommonValues());
        List<String> bounds = elements(column.histogramBounds());
        if (!operator.equals("=")) {
            return bound(bounds.isEmpty() ? common.stream().sorted().toList() : bounds, operator.startsWith(">"));
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
            case RARE -> at(bounds, above ? last : 0);
            case MOST_COMMON -> at(bounds, above ? 0 : last);
        };
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
