// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Type;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the columns of a table lie in a row: each begins at a multiple of its alignment, and what is left before it is
/// padding. Where a column begins behind a value of varying length, or one that may be null, nobody knows; there the
/// least padding is supposed that there can be.
///
/// @param cells the columns in their order
record RowLayout(List<Cell> cells) {

    private static final int WORD = 8;

    /// @param length in bytes; 0 if it differs from row to row
    record Cell(String column, int length, int alignment) {

        boolean isFixed() {
            return length > 0;
        }
    }

    /// @param length in bytes
    private record Shape(int length, int alignment) {}

    private static final Shape ENUM = new Shape(4, 4);

    /// By the OIDs that PostgreSQL gives its types for good; all other built-in types vary in length.
    private static final Map<Long, Shape> FIXED = Map.ofEntries(
            Map.entry(16L, new Shape(1, 1)), // boolean
            Map.entry(20L, new Shape(8, 8)), // bigint
            Map.entry(21L, new Shape(2, 2)), // smallint
            Map.entry(23L, new Shape(4, 4)), // integer
            Map.entry(26L, new Shape(4, 4)), // oid
            Map.entry(700L, new Shape(4, 4)), // real
            Map.entry(701L, new Shape(8, 8)), // double precision
            Map.entry(790L, new Shape(8, 8)), // money
            Map.entry(829L, new Shape(6, 4)), // macaddr
            Map.entry(1082L, new Shape(4, 4)), // date
            Map.entry(1083L, new Shape(8, 8)), // time
            Map.entry(1114L, new Shape(8, 8)), // timestamp
            Map.entry(1184L, new Shape(8, 8)), // timestamp with time zone
            Map.entry(1186L, new Shape(16, 8)), // interval
            Map.entry(2950L, new Shape(16, 1))); // uuid

    /// By their OIDs.
    private record UserTypes(Set<Long> enums, Set<Long> unclear) {

        static UserTypes of(Snapshot snapshot) {
            return snapshot.view(UserTypes.class, UserTypes::in);
        }

        private static UserTypes in(Snapshot snapshot) {
            Stream<Long> domains = snapshot.all(Domain.class).stream().map(Domain::oid);
            return new UserTypes(
                    ofKind(Type.Kind.ENUM, snapshot).collect(Collectors.toSet()),
                    Stream.concat(domains, ofKind(Type.Kind.BASE, snapshot)).collect(Collectors.toSet()));
        }

        private static Stream<Long> ofKind(Type.Kind kind, Snapshot snapshot) {
            return snapshot.all(Type.class).stream()
                    .filter(type -> type.kind() == kind)
                    .map(Type::oid);
        }
    }

    RowLayout {
        cells = List.copyOf(cells);
    }

    /// Of what is known of an ordinary table.
    static RowLayout of(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Set<String> neverNull = relations.of(table, ColumnStatistics.class).stream()
                .filter(it -> !it.inherited() && it.nullFraction() == 0)
                .map(ColumnStatistics::column)
                .collect(Collectors.toSet());
        return new RowLayout(relations.of(table, Column.class).stream()
                .filter(column -> !column.generated().equals("virtual"))
                .map(column -> cell(column, column.notNull() || neverNull.contains(column.name()), snapshot))
                .toList());
    }

    private static Cell cell(Column column, boolean there, Snapshot snapshot) {
        boolean isEnum = UserTypes.of(snapshot).enums.contains(column.typeOid());
        @Nullable Shape known = FIXED.getOrDefault(column.typeOid(), isEnum ? ENUM : null);
        return known == null || !there
                ? new Cell(column.name(), 0, 1)
                : new Cell(column.name(), known.length(), known.alignment());
    }

    /// Whether a type of the user's may be of any length and alignment.
    static boolean isUnclear(Column column, Snapshot snapshot) {
        return UserTypes.of(snapshot).unclear.contains(column.typeOid());
    }

    /// What a row would be shorter at least; rows end at whole words.
    int saving() {
        int padding = 0;
        boolean first = true;
        List<Cell> run = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell.isFixed()) {
                run.add(cell);
                continue;
            }
            padding += padding(run, first);
            first = false;
            run.clear();
        }
        padding += padding(run, first);
        return padding / WORD * WORD;
    }

    private static int padding(List<Cell> run, boolean first) {
        return IntStream.range(0, first ? 1 : WORD)
                .map(start -> padding(run, start))
                .min()
                .orElse(0);
    }

    private static int padding(List<Cell> run, int start) {
        int offset = start;
        int padding = 0;
        for (Cell cell : run) {
            int before = Math.floorMod(-offset, cell.alignment);
            padding += before;
            offset += before + cell.length;
        }
        return padding;
    }

    /// The order without padding: what is widest aligned first, what varies in length last.
    List<String> bestOrder() {
        Comparator<Cell> byAlignment = Comparator.comparingInt(
                cell -> cell.isFixed() && cell.length % cell.alignment == 0 ? -cell.alignment : 0);
        return cells.stream().sorted(byAlignment).map(Cell::column).toList();
    }
}
