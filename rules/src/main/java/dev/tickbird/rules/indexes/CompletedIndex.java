// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prescribes what the index of a partitioned table still lacks: on each partition a valid index, attached to it.
///
/// A partition's own index with the same keys is attached, an attached one that is invalid is built again, and where
/// there is none one is built. The last attachment makes the parent's index valid.
final class CompletedIndex {

    private final Relations relations;
    private final IndexTrees trees;
    private final FreeNames names;
    private final OpenTransactions open;
    private final List<Step> steps = new ArrayList<>();
    private Impact impact = Impact.NONE;

    private CompletedIndex(Snapshot snapshot) {
        this.relations = Relations.of(snapshot);
        this.trees = IndexTrees.of(snapshot);
        this.names = new FreeNames(snapshot);
        this.open = new OpenTransactions(snapshot);
    }

    static Remedy of(Index parent, Snapshot snapshot) {
        CompletedIndex completed = new CompletedIndex(snapshot);
        Table table = completed.relations.tableOf(parent);
        if (parent.constraint() != null) {
            return new Remedy.Advice(
                    "Add the same constraint to each partition that lacks it, then attach the index of each: "
                            + Sql.format("alter index %I attach partition", parent.qualifiedName()) + " ….");
        }
        if (completed.hasForeign(table)) {
            return new Remedy.Advice("It can never become valid, for a foreign table holds no index. Create one for "
                    + "the whole table, which leaves foreign tables out, and drop this one.");
        }
        completed.complete(parent, parent.qualifiedName(), table);
        return Remedy.Statement.harmless(completed.steps, completed.impact, null);
    }

    private boolean hasForeign(Table table) {
        return relations.children(table).stream()
                .anyMatch(partition -> partition.kind() == Table.Kind.FOREIGN || hasForeign(partition));
    }

    /// @param pattern the index whose keys every partition's index must have
    /// @param name of the partitioned table's own index
    private void complete(Index pattern, QualifiedName name, Table table) {
        boolean attached = false;
        QualifiedName last = name;
        impact = impact.andLocking(name, LockMode.SHARE_UPDATE_EXCLUSIVE);
        for (Table partition : relations.children(table)) {
            Optional<Index> part = partOf(pattern, partition);
            last = part.map(Index::qualifiedName).orElse(last);
            if (part.isEmpty() || !part.get().valid() || part.get().parent() == null) {
                last = part.isPresent() ? mended(pattern, part.get(), partition) : built(pattern, partition);
                attach(name, last);
                attached = true;
            }
        }
        if (!attached && !last.equals(name)) {
            attach(name, last); // all is there; to attach one again makes the server look
        }
    }

    private void attach(QualifiedName name, QualifiedName part) {
        steps.add(Step.inTransaction(Sql.format("alter index %I attach partition %I", name, part)));
        impact = impact.andLocking(part, LockMode.ACCESS_EXCLUSIVE);
    }

    /// The partition's index that is attached or, with the same keys, could be.
    private Optional<Index> partOf(Index pattern, Table partition) {
        List<Index> own = relations.of(partition, Index.class);
        return own.stream()
                .filter(index -> index.parent() != null)
                .filter(index -> isPartOf(pattern, index))
                .findFirst()
                .or(() -> own.stream()
                        .filter(index -> index.parent() == null && index.valid() && index.constraint() == null)
                        .filter(index -> index.unique() == pattern.unique()
                                && index.nullsNotDistinct() == pattern.nullsNotDistinct()
                                && Keys.written(index).equals(Keys.written(pattern)))
                        .findFirst());
    }

    private boolean isPartOf(Index pattern, Index index) {
        return trees.parent(index)
                .filter(parent -> parent.oid() == pattern.oid() || isPartOf(pattern, parent))
                .isPresent();
    }

    private QualifiedName mended(Index pattern, Index part, Table partition) {
        if (partition.kind() == Table.Kind.PARTITIONED && !part.valid()) {
            complete(pattern, part.qualifiedName(), partition);
        } else if (!part.valid()) {
            steps.add(Step.alone(Sql.format("reindex index concurrently %I", part.qualifiedName())));
            impact = open.delayBuild(
                    impact.andLocking(partition.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE), partition);
        }
        return part.qualifiedName();
    }

    private QualifiedName built(Index pattern, Table partition) {
        QualifiedName name = names.index(partition, pattern.columns());
        Sql unique = pattern.unique() ? Sql.format("unique ") : Sql.format("");
        boolean partitioned = partition.kind() == Table.Kind.PARTITIONED;
        Sql how = partitioned ? Sql.format("") : Sql.format("concurrently ");
        Sql where = partitioned ? Sql.format("only ") : Sql.format("");
        Sql create = Sql.format(
                "create %sindex %s%I on %s%I using %s",
                unique, how, name.name(), where, partition.qualifiedName(), Keys.written(pattern));
        steps.add(partitioned ? Step.inTransaction(create) : Step.alone(create));
        impact = impact.andLocking(
                partition.qualifiedName(), partitioned ? LockMode.SHARE : LockMode.SHARE_UPDATE_EXCLUSIVE);
        if (partitioned) {
            complete(pattern, name, partition);
        } else {
            impact = open.delayBuild(impact, partition);
        }
        return name;
    }
}
