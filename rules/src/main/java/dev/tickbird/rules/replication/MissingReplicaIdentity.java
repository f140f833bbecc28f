// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Publication;
import dev.tickbird.model.replication.PublishedTable;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table whose updates and deletes are published, but whose rows nothing identifies: the server refuses both.
public record MissingReplicaIdentity() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                Column.class,
                Domain.class,
                Index.class,
                Publication.class,
                PublishedTable.class,
                TableStatistics.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<Table, List<Table>> byRoot = published(snapshot)
                .flatMap(part -> relations.table(part.relation()).stream())
                .distinct()
                .filter(table -> table.kind() == Table.Kind.ORDINARY && !isIdentified(table, snapshot))
                .collect(Collectors.groupingBy(relations::root, LinkedHashMap::new, Collectors.toList()));
        return byRoot.entrySet().stream().map(entry -> finding(entry.getKey(), entry.getValue(), snapshot));
    }

    /// What publications send that need to know which row was changed.
    private static Stream<PublishedTable> published(Snapshot snapshot) {
        Set<String> publications = snapshot.all(Publication.class).stream()
                .filter(publication -> publication.updates() || publication.deletes())
                .map(Publication::name)
                .collect(Collectors.toSet());
        return snapshot.all(PublishedTable.class).stream().filter(part -> publications.contains(part.publication()));
    }

    private static List<PublishedTable> parts(Set<Long> oids, Snapshot snapshot) {
        return published(snapshot)
                .filter(part -> oids.contains(part.relation()))
                .toList();
    }

    /// A deferrable primary key does not identify.
    private static boolean isIdentified(Table table, Snapshot snapshot) {
        List<Index> indexes = Relations.of(snapshot).of(table, Index.class);
        return switch (table.replicaIdentity()) {
            case FULL -> new WholeRow(table, parts(Set.of(table.oid()), snapshot), snapshot).isAccepted();
            case NOTHING -> false;
            case DEFAULT -> indexes.stream().anyMatch(it -> it.primary() && it.valid() && it.immediate());
            case INDEX -> indexes.stream().anyMatch(it -> it.replicaIdentity() && it.valid());
        };
    }

    private Finding finding(Table root, List<Table> tables, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        QualifiedName name = root.qualifiedName();
        Set<Long> oids = tables.stream().map(Table::oid).collect(Collectors.toSet());
        List<PublishedTable> parts = parts(oids, snapshot);
        String publications =
                parts.stream().map(PublishedTable::publication).distinct().collect(Collectors.joining(", "));
        long writes = tables.stream()
                .flatMap(table -> relations.of(table, TableStatistics.class).stream())
                .mapToLong(counted -> counted.updated() + counted.deleted())
                .sum();
        boolean whole = tables.stream().allMatch(table -> table.replicaIdentity() == Table.ReplicaIdentity.FULL);
        String where = tables.contains(root) ? "" : " in " + Words.count(tables.size(), "partition");
        return finding(
                writes > 0 ? Severity.CRITICAL : Severity.WARNING,
                Subject.table(name),
                "table \"" + name + "\" is published, but has no replica identity" + (whole ? " that is sent" : ""),
                (whole
                                ? "Its replica identity is the whole row" + where + ", but a part of that is not sent."
                                : "Nothing tells its rows apart" + where
                                        + ": no primary key, or a deferrable one, and no" + " other replica identity.")
                        + " Its updates or deletes are sent by " + publications
                        + "; since the statistics began there have been " + Words.count(writes) + ".",
                Evidence.of("writes", writes).and("publications", publications).and("tables", tables.size()),
                "Each update or delete that the publication sends is refused with an error.",
                ReplicaIdentity.of(tables, parts, snapshot));
    }
}
