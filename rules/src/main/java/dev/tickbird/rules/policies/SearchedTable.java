// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Set;

/// A table, with its partitions, in which rows are searched by the value of a column.
record SearchedTable(Table table, Snapshot snapshot) {

    private static final Set<String> ORDINARY = Set.of("btree", "hash");

    /// Whether an index finds them, in it or in each of its partitions.
    boolean hasIndexOn(String column) {
        Relations relations = Relations.of(snapshot);
        boolean own = relations.of(table, Index.class).stream()
                .filter(index -> index.valid() && !index.isPartial() && ORDINARY.contains(index.method()))
                .anyMatch(index -> index.columns().getFirst().equals(column));
        List<Table> partitions = table.kind() == Table.Kind.PARTITIONED ? relations.children(table) : List.of();
        return own
                || !partitions.isEmpty()
                        && partitions.stream()
                                .allMatch(partition -> new SearchedTable(partition, snapshot).hasIndexOn(column));
    }

    /// How many different values the column has, in it or in one of its partitions; 0 if nothing is known.
    double values(String column) {
        Relations relations = Relations.of(snapshot);
        double rows = TableTree.of(snapshot).rows(table);
        double own = relations.of(table, ColumnStatistics.class).stream()
                .filter(statistics -> statistics.column().equals(column))
                .mapToDouble(statistics -> statistics.distinctOf(rows))
                .max()
                .orElse(0);
        double below = relations.children(table).stream()
                .mapToDouble(child -> new SearchedTable(child, snapshot).values(column))
                .max()
                .orElse(0);
        return Math.max(own, below);
    }
}
