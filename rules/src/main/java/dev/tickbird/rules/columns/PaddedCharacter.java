// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.ArrayText;
import dev.tickbird.model.Bytes;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Columns of type `char(n)` whose values are shorter: each is filled up with blanks, which are stored and surprise.
///
/// @param littleSpace fewer blanks are not worth a word
/// @param muchSpace blanks of this size cost
public record PaddedCharacter(Bytes littleSpace, Bytes muchSpace) implements Rule {

    private static final long CHARACTER = 1042; // the OID that PostgreSQL gives the type for good

    public PaddedCharacter() {
        this(Bytes.parse("1 kB"), Bytes.parse("10 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                Column.class,
                ColumnDependant.class,
                ColumnStatistics.class,
                Constraint.class,
                ForeignKey.class,
                Index.class,
                PartitionedTable.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return TypedColumns.of(snapshot, column -> column.typeOid() == CHARACTER)
                .map(typed -> new TypedColumns(
                        typed.table(),
                        typed.columns().stream()
                                .filter(column -> blanks(column, typed.table(), snapshot) > 0)
                                .toList()))
                .filter(typed -> space(typed, snapshot) >= littleSpace.number()
                        && !typed.columns().isEmpty())
                .map(typed -> finding(typed, snapshot));
    }

    /// What all blanks of the table take.
    private static long space(TypedColumns typed, Snapshot snapshot) {
        long rows = TableTree.of(snapshot).rows(typed.table());
        return typed.columns().stream()
                .mapToLong(column -> Math.round(blanks(column, typed.table(), snapshot) * rows))
                .sum();
    }

    /// How many blanks end a value, on the average of those that the statistics show.
    private static double blanks(Column column, Table table, Snapshot snapshot) {
        List<ColumnStatistics> known = Relations.of(snapshot).of(table, ColumnStatistics.class);
        return known.stream()
                .filter(it -> it.column().equals(column.name()))
                .flatMap(it -> Stream.of(it.mostCommonValues(), it.histogramBounds())
                        .flatMap(Stream::ofNullable)
                        .flatMap(values -> ArrayText.elements(values).stream()))
                .mapToInt(value -> value.length() - value.stripTrailing().length())
                .average()
                .orElse(0);
    }

    private Finding finding(TypedColumns typed, Snapshot snapshot) {
        Table table = typed.table();
        long rows = TableTree.of(snapshot).rows(table);
        long bytes = space(typed, snapshot);
        String types = typed.columns().stream()
                .map(column -> Identifier.quoted(column.name()) + " " + column.type())
                .collect(Collectors.joining(", "));
        return finding(
                bytes >= muchSpace.number() ? Severity.ADVICE : Severity.NOTE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" fills up values with blanks",
                types + ": values are shorter than that, so about " + Words.bytes(bytes) + " of its "
                        + Words.count(rows, "row") + " are blanks at their ends.",
                Evidence.of("bytes", bytes).and("columns", types),
                "The blanks are stored and sent, count for LIKE and regular expressions, and not for comparisons; concatenated"
                        + " with text they vanish.",
                ChangedType.to("text", typed, snapshot));
    }
}
