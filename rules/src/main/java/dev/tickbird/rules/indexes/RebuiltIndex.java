// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.List;

/// Prescribes to build indexes anew, beside the old ones, so that reads and writes go on. What cannot be built so, the
/// index of an exclusion constraint, is built in place, and writes wait. Nothing is to be taken back: the new index
/// holds the same.
public final class RebuiltIndex {

    private final Relations relations;
    private final OpenTransactions open;
    private final List<Step> steps = new ArrayList<>();
    private Impact impact = Impact.NONE;

    private RebuiltIndex(Snapshot snapshot) {
        this.relations = Relations.of(snapshot);
        this.open = new OpenTransactions(snapshot);
    }

    /// @param indexes of tables with rows of their own, not of partitioned ones
    public static RebuiltIndex of(List<Index> indexes, Snapshot snapshot) {
        RebuiltIndex rebuilt = new RebuiltIndex(snapshot);
        indexes.forEach(rebuilt::add);
        return rebuilt;
    }

    public static Sql statement(Index index) {
        return index.exclusion()
                ? Sql.format("reindex index %I", index.qualifiedName())
                : Sql.format("reindex index concurrently %I", index.qualifiedName());
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public Impact impact() {
        return impact;
    }

    private void add(Index index) {
        Table table = relations.tableOf(index);
        steps.add(new Step(statement(index), index.exclusion()));
        impact = index.exclusion()
                ? impact.andLocking(table.qualifiedName(), LockMode.SHARE)
                        .andLocking(index.qualifiedName(), LockMode.ACCESS_EXCLUSIVE)
                : open.delayBuild(impact.andLocking(table.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE), table);
    }
}
