// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.IndexTarget;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A table without a primary key: nothing says which row is meant.
///
/// @param manyRows from this many rows on it costs today
public record MissingPrimaryKey(long manyRows) implements Rule {

    public MissingPrimaryKey() {
        this(1_000);
    }

    private static final Set<Long> TIMES = Set.of(1082L, 1114L, 1184L); // date, timestamp, timestamptz

    @Override
    public Needs needs() {
        return Needs.facts(
                        Table.class,
                        Column.class,
                        Constraint.class,
                        ForeignKey.class,
                        Index.class,
                        PartitionedTable.class)
                .inPart(TableStatistics.class)
                .also(Comment.class, IndexTarget.class); // see ReturningIndex
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> table.isWritten() && !table.partition()) // a partition is told with its root
                .filter(table -> table.persistence() == Table.Persistence.PERMANENT) // unlogged is scratch
                .filter(table -> table.rows() != 1) // as of a version: there is no other row to be told from
                .filter(table -> !hasPrimaryKey(table, relations) && !isLog(table, relations))
                .filter(table -> relations.of(table, Index.class).stream().allMatch(Index::isDescribed))
                .map(table -> finding(table, snapshot));
    }

    /// A partitioned table may leave the key to its partitions, for its own would have to hold the partition key.
    private static boolean hasPrimaryKey(Table table, Relations relations) {
        if (relations.of(table, Index.class).stream().anyMatch(Index::primary)) {
            return true;
        }
        List<Table> partitions = table.kind() == Table.Kind.PARTITIONED ? relations.children(table) : List.of();
        return !partitions.isEmpty() && partitions.stream().allMatch(partition -> hasPrimaryKey(partition, relations));
    }

    /// What is divided by time, and only ever filled, is read and dropped by partitions: nobody looks for a row.
    private static boolean isLog(Table table, Relations relations) {
        return relations.of(table, PartitionedTable.class).stream()
                        .anyMatch(divided -> divided.strategy() == PartitionedTable.Strategy.RANGE
                                && isTime(divided.columns().getFirst(), table, relations))
                && isOnlyFilled(table, relations);
    }

    private static boolean isTime(String name, Table table, Relations relations) {
        return relations.of(table, Column.class).stream()
                .anyMatch(column -> column.name().equals(name) && TIMES.contains(column.typeOid()));
    }

    private static boolean isOnlyFilled(Table table, Relations relations) {
        return relations.of(table, TableStatistics.class).stream()
                        .allMatch(counted -> counted.updated() == 0 && counted.deleted() == 0)
                && relations.children(table).stream().allMatch(partition -> isOnlyFilled(partition, relations));
    }

    private Finding finding(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Optional<Index> key = relations.of(table, Index.class).stream()
                .filter(index -> tellsRowsApart(index, table, relations))
                .findFirst();
        long rows = TableTree.of(snapshot).rows(table);
        String known = key.map(index -> "Its unique index " + index.qualifiedName() + " tells rows apart, but nothing "
                        + "declares that.")
                .orElse("No unique index on columns that cannot be null tells rows apart either.");
        return finding(
                key.isEmpty() && rows >= manyRows ? Severity.WARNING : Severity.ADVICE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has no primary key",
                known
                        + (rows == 0
                                ? " It is empty, or was never analyzed."
                                : " It holds about " + Words.count(rows, "row") + "."),
                Evidence.of("rows", rows)
                        .and("uniqueIndex", key.map(Index::name).orElse("none")),
                (key.isEmpty() ? "The same row can be stored twice, and neither copy changed or deleted alone. " : "")
                        + "Logical replication refuses updates and deletes unless a replica identity is set, and many "
                        + "object mappers cannot write to it.",
                PrimaryKey.on(table, key, snapshot));
    }

    /// A unique index that covers every row at once and none of whose columns can be null. From PostgreSQL 18 on a
    /// column may be declared not null although its old rows have not been checked.
    private static boolean tellsRowsApart(Index index, Table table, Relations relations) {
        List<String> unchecked = relations.of(table, Constraint.class).stream()
                .filter(it -> it.kind() == Constraint.Kind.NOT_NULL && !it.holds())
                .flatMap(it -> it.columns().stream())
                .toList();
        List<String> certain = relations.of(table, Column.class).stream()
                .filter(column -> column.notNull() && !unchecked.contains(column.name()))
                .map(Column::name)
                .toList();
        return index.unique()
                && index.immediate()
                && index.valid()
                && index.method().equals("btree")
                && !index.isPartial()
                && certain.containsAll(index.columns()); // an expression is no column
    }
}
