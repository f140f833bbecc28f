// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.QualifiedName;
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
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.stream.Stream;

/// A B-tree on an array that nothing uses: it finds arrays that are equal as a whole, not those that hold an element.
///
/// @param minRows smaller tables are read as fast as an index
/// @param minAge younger counters prove nothing
public record ArrayIndex(long minRows, Duration minAge) implements Rule {

    public ArrayIndex() {
        this(1_000, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                        Table.class,
                        Column.class,
                        Index.class,
                        ForeignKey.class,
                        IndexStatistics.class,
                        TableStatistics.class)
                .statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        IndexTrees trees = IndexTrees.of(snapshot);
        return snapshot.all(Index.class).stream()
                .filter(index -> index.method().equals("btree") && trees.isCounted(index) && trees.scans(index) == 0)
                .filter(index -> trees.areDescribed(index) && Droppable.is(index, relations))
                .filter(index -> isArray(index, relations) && index.rows() >= minRows)
                .flatMap(index -> relations.of(relations.tableOf(index), TableStatistics.class).stream()
                        .filter(counted -> counted.sequentialScans() > 0)
                        .map(counted -> finding(index, counted, relations)));
    }

    private static boolean isArray(Index index, Relations relations) {
        return relations.of(relations.tableOf(index), Column.class).stream()
                .anyMatch(column -> column.name().equals(index.columns().getFirst())
                        && column.baseType().endsWith("[]"));
    }

    private Finding finding(Index index, TableStatistics counted, Relations relations) {
        QualifiedName name = index.qualifiedName();
        Table table = relations.tableOf(index);
        String column = index.columns().getFirst();
        return finding(
                Severity.ADVICE,
                Subject.index(name),
                "index \"" + name + "\" finds whole arrays, and nobody asks for those",
                "It is a B-tree on the array \"" + column + "\" of " + table.qualifiedName()
                        + ", which serves only = and <; no scan has used it, while the table was read sequentially "
                        + Words.count(counted.sequentialScans(), "time") + ".",
                Evidence.of("sequentialScans", counted.sequentialScans()).and("scans", 0),
                "Queries for rows that hold an element, as with @> or &&, read the whole table, and each write maintains"
                        + " the index for nothing.",
                new Remedy.Advice(
                        "If queries ask for elements, build an index that knows them: \""
                                + Sql.format(
                                        "create index concurrently on %I using gin (%I)", table.qualifiedName(), column)
                                + "\". The condition must be written \"" + column + " @> array[…]\", not \"… = any ("
                                + column + ")\". Then run \"" + DroppedIndex.statement(index) + "\".",
                        "If nobody asks for it, run \"" + DroppedIndex.statement(index)
                                + "\", and keep its definition: " + index.definition() + "."));
    }
}
