// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An index that partitions have each by itself, and the newest do not: it was never made on the whole, so that no new
/// partition gets it.
///
/// @param fewest so many partitions must have it before its absence is a mistake
public record MissingPartitionIndex(int fewest) implements Rule {

    public MissingPartitionIndex() {
        this(3);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, PartitionedTable.class, Index.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(PartitionedTable.class).stream()
                .flatMap(it -> relations.table(it.relation()).stream())
                .flatMap(table -> examine(table, snapshot));
    }

    private Stream<Finding> examine(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<Table> partitions = relations.children(table).stream()
                .filter(it -> it.partition() && it.kind() == Table.Kind.ORDINARY)
                .toList();
        if (partitions.size() <= fewest
                || partitions.stream()
                        .flatMap(it -> relations.of(it, Index.class).stream())
                        .anyMatch(index -> !index.isDescribed())) {
            return Stream.empty();
        }
        Map<String, List<Index>> byShape = new LinkedHashMap<>();
        for (Table partition : partitions) {
            relations.of(partition, Index.class).stream()
                    .filter(index -> index.parent() == null && index.valid())
                    .collect(Collectors.toMap(OwnIndex::shape, index -> index, (one, other) -> one))
                    .forEach((shape, index) -> byShape.computeIfAbsent(shape, it -> new ArrayList<>())
                            .add(index));
        }
        return byShape.values().stream()
                .filter(having -> having.size() >= fewest)
                .flatMap(having -> lacking(having, partitions, table, snapshot));
    }

    /// Only what was made after the last one that has it: an older partition may have been relieved of it on purpose.
    private Stream<Finding> lacking(List<Index> having, List<Table> partitions, Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        long newest = having.stream().mapToLong(Index::relation).max().orElseThrow();
        List<Table> lacking = partitions.stream()
                .filter(partition -> partition.oid() > newest)
                .filter(partition -> relations.of(partition, Index.class).stream()
                        .noneMatch(index -> OwnIndex.serves(index, having.getFirst())))
                .toList();
        return lacking.isEmpty() || lacking.size() * 2 > having.size()
                ? Stream.empty()
                : Stream.of(finding(table, having, lacking, snapshot));
    }

    private Finding finding(Table table, List<Index> having, List<Table> lacking, Snapshot snapshot) {
        Index like = having.getLast();
        QualifiedName name = table.qualifiedName();
        long rows = lacking.stream().mapToLong(it -> Math.max(it.rows(), 0)).sum();
        String names = Words.some(
                lacking.stream().map(it -> it.qualifiedName().toString()).toList(), 5);
        boolean key = like.unique() || like.constraint() != null;
        return finding(
                key ? Severity.WARNING : Severity.ADVICE,
                Subject.table(name).at("(" + OwnIndex.shape(like) + ")"),
                "newest partitions of table \"" + name + "\" lack an index that the others have",
                Words.count(having.size(), "partition") + " have an index like " + like.qualifiedName() + " ("
                        + OwnIndex.shape(like) + "), each of its own; " + names
                        + (lacking.size() == 1 ? " has none, and holds" : " have none, and hold")
                        + " about " + Words.count(rows, "row") + ".",
                Evidence.of("rows", rows).and("have", having.size()).and("lack", names),
                (key
                                ? "There the same row can be stored twice."
                                : "Queries that use it on the others read these whole.")
                        + " Each new partition will lack it, too, for the table as a whole does not have it.",
                OwnIndex.on(lacking, like, table, snapshot));
    }
}
