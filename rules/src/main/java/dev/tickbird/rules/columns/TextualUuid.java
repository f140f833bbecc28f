// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.ArrayText;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A key whose values are UUIDs, kept as text: more than twice as long, in the table and in each index.
///
/// @param manyRows from this many rows on it costs
public record TextualUuid(long manyRows) implements Rule {

    private static final Set<Long> TEXTS = Set.of(25L, 1042L, 1043L); // text, character, character varying

    /// Without hyphens, version and variant tell it from a hash.
    private static final Pattern UUID = Pattern.compile(
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{12}[1-8][0-9a-f]{3}[89ab][0-9a-f]{15}) *",
            Pattern.CASE_INSENSITIVE);

    private static final int ENOUGH = 20; // so many values cannot look like it by chance

    public TextualUuid() {
        this(100_000);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, Index.class, ForeignKey.class, ColumnStatistics.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return TypedColumns.of(snapshot, column -> TEXTS.contains(column.typeOid()))
                .map(typed -> new TypedColumns(
                        typed.table(),
                        typed.columns().stream()
                                .filter(column -> isUnique(column, typed.table(), relations)
                                        && holdsOnlyUuids(column, typed.table(), relations))
                                .toList()))
                .filter(typed -> !typed.columns().isEmpty())
                .map(typed -> finding(typed, snapshot));
    }

    private static boolean isUnique(Column column, Table table, Relations relations) {
        return relations.of(table, Index.class).stream()
                .anyMatch(index -> index.unique() && index.columns().equals(List.of(column.name())));
    }

    private static boolean holdsOnlyUuids(Column column, Table table, Relations relations) {
        List<String> values = relations.of(table, ColumnStatistics.class).stream()
                .filter(it -> it.column().equals(column.name()) && it.histogramBounds() != null)
                .flatMap(it -> ArrayText.elements(String.valueOf(it.histogramBounds())).stream())
                .toList();
        return values.size() >= ENOUGH
                && values.stream().allMatch(value -> UUID.matcher(value).matches());
    }

    private Finding finding(TypedColumns typed, Snapshot snapshot) {
        Table table = typed.table();
        long rows = TableTree.of(snapshot).rows(table);
        List<String> referencing = Relations.of(snapshot).referencing(table).stream()
                .filter(key -> key.parent() == null)
                .filter(key -> typed.columns().stream()
                        .anyMatch(column -> key.referencedColumns().contains(column.name())))
                .map(key -> Relations.of(snapshot).tableOf(key).qualifiedName() + "(" + String.join(", ", key.columns())
                        + ")")
                .distinct()
                .toList();
        Column column = typed.columns().getFirst();
        return finding(
                rows >= manyRows ? Severity.ADVICE : Severity.NOTE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" keeps UUIDs as text",
                typed.names() + " of type " + column.type() + " " + typed.verb("holds", "hold")
                        + " UUIDs in all values that the statistics know; there are about "
                        + Words.count(rows, "row")
                        + (referencing.isEmpty() ? "" : ", referenced by " + String.join(", ", referencing)) + ".",
                Evidence.of("rows", rows).and("columns", typed.names()).and("referencing", referencing.size()),
                "Each takes 33 or 37 bytes instead of 16, here, in each index and in each table that references it, and is compared"
                        + " by the rules of a language; upper and lower case make two keys of one.",
                new Remedy.Advice(
                        "Make it uuid, together with what references it, in one transaction without the foreign keys; this writes"
                                + " the tables anew while nobody can read or write them: "
                                + Sql.format(
                                        "alter table %I alter column %I type uuid using %I::uuid",
                                        table.qualifiedName(), column.name(), column.name())
                                + ". The application then reads it in lower case and with hyphens.",
                        "Where the tables are large, add a column of type uuid beside it, fill it in batches, and let it take over."));
    }
}
