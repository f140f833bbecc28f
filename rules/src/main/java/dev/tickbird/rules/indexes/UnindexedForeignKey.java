// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A foreign key whose referencing columns no index serves: each delete in the referenced table reads the whole
/// referencing one.
///
/// @param fewRows a table with fewer rows is read as fast as an index, if it is also small
/// @param smallTable a table of at most this size is small
/// @param manyRows from this many rows on it costs today
/// @param fewKeys a referenced table of at most so many rows, none of which was ever deleted, is a list to choose from
public record UnindexedForeignKey(long fewRows, Bytes smallTable, long manyRows, long fewKeys) implements Rule {

    private static final Set<String> KEEPING = Set.of("no action", "restrict");

    public UnindexedForeignKey() {
        this(1_000, Bytes.parse("1 MB"), 100_000, 20);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, ForeignKey.class, Index.class)
                .inPart(TableStatistics.class)
                .also(Session.class, Lock.class, PreparedTransaction.class); // see OpenTransactions
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(ForeignKey.class).stream()
                .filter(key -> key.parent() == null) // a partition's copy is cured with its parent
                .filter(key -> !isTiny(relations.tableOf(key), snapshot) && !isChoice(key, relations))
                .filter(key -> !isServed(key.columns(), relations.tableOf(key), relations))
                .map(key -> finding(key, snapshot));
    }

    /// A key into a short list, such as of states or currencies: an index would find a large part of the table, and no
    /// row is deleted from the list.
    private boolean isChoice(ForeignKey key, Relations relations) {
        return KEEPING.contains(key.onDelete())
                && relations.table(key.referenced()).stream()
                        .anyMatch(list -> list.kind() == Table.Kind.ORDINARY
                                && list.rows() > 0
                                && list.rows() <= fewKeys
                                && cascadingInto(list.oid(), relations).isEmpty()
                                && relations.of(list, TableStatistics.class).stream()
                                        .allMatch(counted -> counted.deleted() == 0));
    }

    /// A table that was never analyzed, or has a partition that was not, may have any size.
    private boolean isTiny(Table table, Snapshot snapshot) {
        List<Table> whole = withRows(table, Relations.of(snapshot)).toList();
        int blockSize = snapshot.the(Server.class).blockSize();
        return !whole.isEmpty()
                && whole.stream().allMatch(part -> part.rows() >= 0)
                && whole.stream().mapToLong(Table::rows).sum() < fewRows
                && whole.stream().mapToLong(Table::pages).sum() * blockSize <= smallTable.number();
    }

    /// The table itself, or all its partitions.
    private static Stream<Table> withRows(Table table, Relations relations) {
        return table.kind() == Table.Kind.PARTITIONED
                ? relations.children(table).stream().flatMap(partition -> withRows(partition, relations))
                : Stream.of(table);
    }

    private static boolean isServed(List<String> columns, Table table, Relations relations) {
        if (relations.of(table, Index.class).stream().anyMatch(index -> serves(index, columns))) {
            return true;
        }
        List<Table> partitions = table.kind() == Table.Kind.PARTITIONED ? relations.children(table) : List.of();
        return !partitions.isEmpty()
                && partitions.stream().allMatch(partition -> isServed(columns, partition, relations));
    }

    /// Equality on all columns is served by an index that starts with them in any order, or by one that
    /// already finds at most one row. With the extension btree_gist so does a GiST index, as that of an exclusion
    /// constraint, and with btree_gin a GIN index, in which every column is as good as the first.
    private static boolean serves(Index index, List<String> columns) {
        if (!index.valid() || !holdsEveryKey(index, columns)) {
            return false;
        }
        boolean unique = index.unique() && columns.containsAll(index.columns());
        return switch (index.method()) {
            case "btree" -> unique || startsWith(index, columns);
            case "hash" -> index.columns().equals(columns);
            case "gist" -> startsWith(index, columns) && comparesLikeBtree(index, columns.size());
            case "gin" -> index.columns().containsAll(columns);
            default -> false;
        };
    }

    /// A partial index serves if it only leaves out what no lookup asks for: nulls. One that could not be read may.
    private static boolean holdsEveryKey(Index index, List<String> columns) {
        return index.predicate() == null
                || !index.isDescribed()
                || columns.stream().anyMatch(column -> index.predicate().equals(Predicates.isNotNull(column)));
    }

    private static boolean comparesLikeBtree(Index gist, int columns) {
        return gist.operatorClasses().subList(0, columns).stream()
                .allMatch(operatorClass -> operatorClass.matches("(.*\\.)?gist_\\w+_ops"));
    }

    private static boolean startsWith(Index index, List<String> columns) {
        Set<String> wanted = new HashSet<>(columns);
        return index.columns().size() >= wanted.size()
                && wanted.equals(new HashSet<>(index.columns().subList(0, wanted.size())));
    }

    private Finding finding(ForeignKey key, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Table table = relations.tableOf(key);
        QualifiedName name = table.qualifiedName();
        String columns = String.join(", ", key.columns());
        String referenced = relations
                .table(key.referenced())
                .map(it -> it.qualifiedName().toString())
                .orElse("another table");
        long rows = Math.max(table.rows(), 0);
        List<String> above = cascadingInto(key.referenced(), relations);
        return finding(
                rows >= (above.isEmpty() ? manyRows : manyRows / 10) ? Severity.WARNING : Severity.ADVICE,
                Subject.table(name).at("(" + columns + ")"),
                "foreign key \"" + key.name() + "\" of table \"" + name + "\" has no index",
                "No index of " + name + " (" + Words.count(rows, "row") + ") starts with the columns (" + columns
                        + ") that reference " + referenced + ".",
                Evidence.of("rows", rows).and("columns", columns).and("references", referenced),
                "Each delete from " + referenced + ", each change of its key and each join along the key reads all of "
                        + name + "; meanwhile the deleted rows stay locked."
                        + (above.isEmpty()
                                ? ""
                                : " One delete from "
                                        + String.join(", ", above) + " cascades to many rows of " + referenced
                                        + ", and each of them reads "
                                        + name + " anew."),
                NewIndex.on(table, key.columns(), snapshot));
    }

    /// The tables whose deletes take rows of this one with them.
    private static List<String> cascadingInto(long table, Relations relations) {
        return relations.table(table).stream()
                .flatMap(it -> relations.of(it, ForeignKey.class).stream())
                .filter(key -> key.parent() == null && key.onDelete().equals("cascade") && key.referenced() != table)
                .flatMap(key -> relations.table(key.referenced()).stream())
                .map(it -> it.qualifiedName().toString())
                .distinct()
                .toList();
    }
}
