// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Type;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// A large table whose rows hold unused bytes between their columns, for want of a better order.
///
/// @param minWaste bytes that another order would save in all rows together
public record PaddedRow(Bytes minWaste) implements Rule {

    public PaddedRow() {
        this(Bytes.parse("1 GB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, ColumnStatistics.class, Domain.class, Type.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return NamedObject.tables(snapshot).filter(Table::isWritten).flatMap(table -> {
            long waste = waste(table, snapshot);
            return waste > 0 && waste >= minWaste.number()
                    ? Stream.of(finding(table, waste, snapshot))
                    : Stream.empty();
        });
    }

    /// A partitioned table's rows are those of its partitions.
    private long waste(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        if (table.kind() == Table.Kind.PARTITIONED) {
            return relations.children(table).stream()
                    .mapToLong(partition -> waste(partition, snapshot))
                    .sum();
        }
        boolean mayMatter = table.kind() == Table.Kind.ORDINARY && table.rows() * 64 >= minWaste.number();
        boolean unclear = mayMatter
                && relations.of(table, Column.class).stream().anyMatch(column -> RowLayout.isUnclear(column, snapshot));
        return mayMatter && !unclear
                ? table.rows() * RowLayout.of(table, snapshot).saving()
                : 0;
    }

    private Finding finding(Table table, long waste, Snapshot snapshot) {
        Table largest = largest(table, Relations.of(snapshot));
        RowLayout layout = RowLayout.of(largest, snapshot);
        String order = String.join(
                ", ", layout.bestOrder().stream().map(Identifier::quoted).toList());
        return finding(
                Severity.NOTE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has padding between its columns",
                "In another order its columns would take " + Words.count(layout.saving(), "byte")
                        + " a row less" + (largest.oid() == table.oid() ? "" : " in " + largest.qualifiedName()) + ", "
                        + Words.bytes(waste) + " in all.",
                Evidence.of("bytes", waste).and("bytesPerRow", layout.saving()),
                "The padding is stored, read, cached and backed up as data is.",
                new Remedy.Advice(
                        List.of(
                                "When the table is written anew some day, for another type or for partitions, write it in"
                                        + " this order: " + order
                                        + ". For the padding alone it is not worth the trouble."),
                        null));
    }

    private static Table largest(Table table, Relations relations) {
        return relations.children(table).stream()
                .filter(Table::partition)
                .map(partition -> largest(partition, relations))
                .reduce(
                        table,
                        (one, other) ->
                                one.kind() == Table.Kind.PARTITIONED || other.rows() > one.rows() ? other : one);
    }
}
