// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How much room the rows of a table need, as the statistics describe them: what a fresh load would take. Where it must
/// guess, it guesses too much rather than too little, so that no healthy table looks bloated.
///
/// @param rowBytes what one row takes in its page, its line pointer included
/// @param pages how many pages they fill, packed as the fillfactor wants it
public record PackedRows(double rowBytes, long pages) {

    private static final int PAGE_HEADER = 24;
    private static final int ROW_HEADER = 23;
    private static final int LINE_POINTER = 4;
    private static final int SHORT = 127; // bytes; up to here a varying value has a header of one byte, unaligned

    /// The rows of an analyzed table; null if a column has no statistics, or none that the role may see.
    public static @Nullable PackedRows of(
            Table table, List<Column> columns, List<ColumnStatistics> known, int blockSize) {
        Map<String, ColumnStatistics> statistics = known.stream()
                .filter(column -> !column.inherited())
                .collect(Collectors.toMap(ColumnStatistics::column, Function.identity()));
        List<Column> stored = columns.stream()
                .filter(column -> !column.generated().equals("virtual"))
                .toList();
        int numbers = columns.stream().mapToInt(Column::number).max().orElse(0);
        boolean nulls = numbers > columns.size() // a dropped column is null in newer rows
                || statistics.values().stream().anyMatch(column -> column.nullFraction() > 0);
        double row = aligned(ROW_HEADER + (nulls ? (numbers + 7) / 8 : 0), 8);
        for (Column column : stored) {
            @Nullable ColumnStatistics values = statistics.get(column.name());
            if (values == null) {
                return null;
            }
            row = aligned(row, alignment(column, values)) + values.averageWidth() * (1 - values.nullFraction());
        }
        double rowBytes = aligned(row, 8) + LINE_POINTER;
        int fillfactor = table.option("fillfactor").map(Integer::valueOf).orElse(100);
        double usable = blockSize * (fillfactor / 100.0) - PAGE_HEADER;
        double inOnePage = Math.max(1, Math.floor(usable / rowBytes));
        return new PackedRows(rowBytes, (long) Math.ceil(table.rows() / inOnePage));
    }

    /// Types of fixed length cannot be compressed or moved out: their storage is plain.
    private static int alignment(Column column, ColumnStatistics values) {
        int width = values.averageWidth();
        if (!column.storage().equals("plain")) {
            return width < SHORT ? 1 : 4;
        }
        return Math.clamp(Integer.lowestOneBit(width), 1, 8);
    }

    private static double aligned(double bytes, int alignment) {
        return Math.ceil(bytes / alignment) * alignment;
    }
}
