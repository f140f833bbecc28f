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
import dev.tickbird.rules.tables.ReturningIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prescribes to drop an index, and how it comes back: built without blocking writes, with all that it had.
///
/// The index of a partitioned table can neither be dropped nor built concurrently as a whole: it is dropped under a
/// lock of a moment, and comes back partition by partition.
final class DroppedIndex {

    private final Snapshot snapshot;
    private final Relations relations;
    private final IndexTrees trees;
    private final OpenTransactions open;
    private final List<Step> rollback = new ArrayList<>();
    private Impact impact = Impact.NONE;

    private DroppedIndex(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.relations = Relations.of(snapshot);
        this.trees = IndexTrees.of(snapshot);
        this.open = new OpenTransactions(snapshot);
    }

    /// @param heir the index that takes over; null if none does
    static Remedy of(Index index, @Nullable Index heir, Snapshot snapshot) {
        DroppedIndex dropped = new DroppedIndex(snapshot);
        QualifiedName table = dropped.relations.tableOf(index).qualifiedName();
        List<Step> steps = new ArrayList<>();
        if (index.clustered() && heir != null) {
            steps.add(Step.inTransaction(Sql.format("alter table %I cluster on %I", table, heir.name())));
            dropped.impact = dropped.impact.andLocking(heir.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        steps.add(new Step(statement(index), index.partitioned()));
        dropped.lock(index);
        dropped.bringBack(index);
        return new Remedy.Statement(steps, dropped.rollback, dropped.impact, watch(heir));
    }

    /// Whether the heir takes over the scans.
    private static @Nullable Sql watch(@Nullable Index heir) {
        return heir == null ? null : Scans.of(heir.qualifiedName(), heir.partitioned());
    }

    static Sql statement(Index index) {
        return index.partitioned()
                ? Sql.format("drop index %I", index.qualifiedName())
                : Sql.format("drop index concurrently %I", index.qualifiedName());
    }

    /// Concurrently, the index itself is locked only when nobody can be using it any more.
    private void lock(Index index) {
        Table table = relations.tableOf(index);
        if (!index.partitioned()) {
            impact = open.delayDrop(impact.andLocking(table.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE), table);
            return;
        }
        lockAll(index);
    }

    private void lockAll(Index index) {
        impact = impact.andLocking(relations.tableOf(index).qualifiedName(), LockMode.ACCESS_EXCLUSIVE)
                .andLocking(index.qualifiedName(), LockMode.ACCESS_EXCLUSIVE);
        trees.children(index).forEach(this::lockAll);
    }

    private void bringBack(Index index) {
        rollback.addAll(ReturningIndex.steps(index, snapshot));
        for (Index child : trees.children(index)) {
            bringBack(child);
            rollback.add(Step.inTransaction(
                    Sql.format("alter index %I attach partition %I", index.qualifiedName(), child.qualifiedName())));
        }
    }
}
