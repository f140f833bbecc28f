// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Parts;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much room the entries of a B-tree need when it is built anew, as the statistics describe them. It guesses
/// too much rather than too little: as if no two entries were equal, so that none could share a place, and no
/// entry were shortened.
final class PackedEntries {

    private static final int PAGE_HEADER = 24 + 16; // with the links to the pages beside it
    private static final int ENTRY_HEADER = 8;
    private static final int NULL_BITMAP = 8;
    private static final int LINE_POINTER = 4;
    private static final int FILLFACTOR = 90;
    private static final int SHORT = 127; // bytes; up to here a varying value has a header of one byte, unaligned
    private static final double UPPER_LEVELS = 1.02;

    private PackedEntries() {}

    /// The pages of an index with as many entries; empty if a column has no statistics, or none that the role may see.
    static Optional<Long> pages(Index index, Table table, Snapshot snapshot) {
        int blockSize = snapshot.the(Server.class).blockSize();
        double entry = ENTRY_HEADER + NULL_BITMAP;
        List<String> columns = new ArrayList<>(index.columns());
        columns.addAll(index.included());
        int expressions = 0;
        for (String column : columns) {
            @Nullable
            Value value = column.isEmpty()
                    ? Value.ofExpression(index, expressions++, snapshot)
                    : Value.ofColumn(column, table, snapshot);
            if (value == null) {
                return Optional.empty();
            }
            entry = aligned(entry, value.alignment()) + value.bytes();
        }
        double size = aligned(entry, 8) + LINE_POINTER;
        int fillfactor = index.option("fillfactor").map(Integer::valueOf).orElse(FILLFACTOR);
        double inOnePage = Math.max(1, Math.floor((blockSize - PAGE_HEADER) * (fillfactor / 100.0) / size));
        return Optional.of((long) Math.ceil(index.rows() / inOnePage * UPPER_LEVELS) + 2); // the metapage and the root
    }

    private static double aligned(double bytes, int alignment) {
        return Math.ceil(bytes / alignment) * alignment;
    }

    /// What one value takes on average.
    private record Value(double bytes, int alignment) {

        static @Nullable Value ofColumn(String name, Table table, Snapshot snapshot) {
            Relations relations = Relations.of(snapshot);
            boolean plain = relations.of(table, Column.class).stream()
                    .anyMatch(column ->
                            column.name().equals(name) && column.storage().equals("plain"));
            return relations.of(table, ColumnStatistics.class).stream()
                    .filter(known -> known.column().equals(name) && !known.inherited())
                    .findFirst()
                    .map(known -> of(known, plain))
                    .orElse(null);
        }

        /// The statistics of expressions stand under the index, in the order of their names: only a single one is sure.
        static @Nullable Value ofExpression(Index index, int place, Snapshot snapshot) {
            List<ColumnStatistics> known = Parts.of(snapshot).of(index.oid(), ColumnStatistics.class);
            return place == 0 && known.size() == 1 ? of(known.getFirst(), false) : null;
        }

        private static Value of(ColumnStatistics known, boolean plain) {
            int width = known.averageWidth();
            int alignment = plain ? Math.clamp(Integer.lowestOneBit(width), 1, 8) : width < SHORT ? 1 : 4;
            return new Value(width * (1 - known.nullFraction()), alignment);
        }
    }
}
