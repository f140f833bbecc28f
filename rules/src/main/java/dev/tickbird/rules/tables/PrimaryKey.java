// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Prescribes a primary key: an index that already tells rows apart is made one in a moment; otherwise a person
/// must say what tells them apart.
final class PrimaryKey {

    private PrimaryKey() {}

    /// @param key an index that tells rows apart
    static Remedy on(Table table, Optional<Index> key, Snapshot snapshot) {
        return key.map(index -> onIndex(table, index, snapshot)).orElseGet(() -> onNothing(table, snapshot));
    }

    private static Remedy onIndex(Table table, Index index, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        String use = "Make the index the primary key: "
                + Sql.format(
                        "alter table %I add constraint %I primary key using index %I", name, index.name(), index.name())
                + ".";
        boolean restedOn = Relations.of(snapshot).referencing(table).stream().anyMatch(it -> it.index() == index.oid());
        if (table.kind() == Table.Kind.PARTITIONED || index.constraint() != null || !isPlain(index, table)) {
            String add = "Add a primary key on the same columns: "
                    + Sql.format("alter table %I add primary key (%I)", name, index.columns())
                    + ". This builds a second index while nobody can read or write the table.";
            return table.kind() == Table.Kind.PARTITIONED
                    ? new Remedy.Advice(add)
                    : new Remedy.Advice(
                            add,
                            "Where only replication matters, say that the index identifies rows: "
                                    + Sql.format("alter table %I replica identity using index %I", name, index.name())
                                    + ".");
        }
        if (restedOn) {
            return new Remedy.Advice(
                    use + " It takes a moment, but foreign keys rest on the index, so that it cannot be undone without "
                            + "dropping them.");
        }
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format(
                        "alter table %I add constraint %I primary key using index %I",
                        name, index.name(), index.name()))),
                rollback(table, index, snapshot),
                Impact.locking(name, LockMode.ACCESS_EXCLUSIVE),
                null);
    }

    /// Dropping the key drops the index with it, so it is built again.
    private static List<Step> rollback(Table table, Index index, Snapshot snapshot) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.inTransaction(
                Sql.format("alter table %I drop constraint %I", table.qualifiedName(), index.name())));
        steps.addAll(ReturningIndex.steps(index, snapshot));
        return steps;
    }

    /// Whether its columns have their own order, classes and collations, as a primary key's must: then the server
    /// writes nothing but their names.
    private static boolean isPlain(Index index, Table table) {
        String columns = index.columns().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
        return index.definition().contains(table.qualifiedName() + " USING btree (" + columns + ")")
                && !index.nullsNotDistinct();
    }

    private static Remedy onNothing(Table table, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        if (table.kind() == Table.Kind.PARTITIONED) {
            return new Remedy.Advice(onPartitions(table, snapshot), null); // replicas are told of each, not of the root
        }
        return new Remedy.Advice(
                "If columns that are never null tell rows apart, build a unique index on them concurrently, then: "
                        + Sql.format("alter table %I add constraint … primary key using index", name) + " ….",
                "If none do, add a column that counts, which rewrites the table while nobody can read or write it: "
                        + Sql.format(
                                "alter table %I add column … bigint generated always as identity primary key", name)
                        + ".",
                "If it only ever takes new rows and is replicated, send whole rows: "
                        + Sql.format("alter table %I replica identity full", name) + ".");
    }

    /// The key of a partitioned table holds the columns by which it is partitioned.
    private static List<String> onPartitions(Table table, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        List<String> partitioning = snapshot.all(PartitionedTable.class).stream()
                .filter(it -> it.relation() == table.oid())
                .flatMap(it -> it.columns().stream())
                .toList();
        Sql counting = snapshot.the(Server.class).major() >= 17
                ? Sql.format("alter table %I add column … bigint generated always as identity", name)
                : Sql.format("create sequence …; alter table %I add column … bigint default nextval('…')", name);
        if (partitioning.contains("")) {
            return List.of(
                    "It is partitioned by an expression, so it cannot have a primary key; give each partition one of its"
                            + " own. Where no columns tell rows apart, first add one that counts to the whole, which"
                            + " rewrites the partitions while nobody can read or write them: " + counting + ".");
        }
        Sql columns = partitioning.isEmpty() ? Sql.format("…") : Sql.format("%I, …", partitioning);
        return List.of(
                "If columns that are never null tell rows apart, add the key, which builds an index on each partition"
                        + " while nobody can read or write them: "
                        + Sql.format("alter table %I add primary key (%s)", name, columns) + ".",
                "If none do, add a column that counts, which rewrites the partitions while nobody can read or write"
                        + " them: " + Sql.format("%s, add primary key (%s)", counting, columns) + ".");
    }
}
