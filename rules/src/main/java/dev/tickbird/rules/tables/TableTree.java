// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;

/// A table with all that follows it: partitions and inheriting tables, which are locked and rewritten with it.
public final class TableTree {

    private final Relations relations;
    private final int blockSize;

    private TableTree(Snapshot snapshot) {
        this.relations = Relations.of(snapshot);
        this.blockSize = snapshot.the(Server.class).blockSize();
    }

    public static TableTree of(Snapshot snapshot) {
        return new TableTree(snapshot);
    }

    public long bytes(Table table) {
        return table.pages() * blockSize
                + relations.children(table).stream().mapToLong(this::bytes).sum();
    }

    /// The planner's estimate of all rows; a partitioned table's own may be missing where its partitions' are known.
    public long rows(Table table) {
        long below = relations.children(table).stream().mapToLong(this::rows).sum();
        long own = Math.max(table.rows(), 0);
        return table.kind() == Table.Kind.PARTITIONED ? Math.max(own, below) : own + below;
    }

    public boolean holds(Table table, long relation) {
        return table.oid() == relation || relations.children(table).stream().anyMatch(child -> holds(child, relation));
    }

    public Impact locking(Table table, LockMode mode, boolean rewriting) {
        return locking(table, mode, rewriting, Impact.NONE);
    }

    private Impact locking(Table table, LockMode mode, boolean rewriting, Impact before) {
        Impact impact = before.andLocking(table.qualifiedName(), mode);
        if (rewriting && table.kind() == Table.Kind.ORDINARY) {
            impact = impact.andRewriting(table.qualifiedName());
        }
        for (Table child : relations.children(table)) {
            impact = locking(child, mode, rewriting, impact);
        }
        return impact;
    }
}
