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

/// Prescribes that an index holds other rows than it does: a new one is built beside it and takes over its name.
final class ReplacedIndex {

    private final Index index;
    private final Table table;
    private final QualifiedName beside;

    private ReplacedIndex(Index index, Snapshot snapshot) {
        this.index = index;
        this.table = Relations.of(snapshot).tableOf(index);
        this.beside = new FreeNames(snapshot).index(table, index.columns());
    }

    /// Whether it can be prescribed: of an index that others hold on to, a person takes care.
    static boolean mayBe(Index index) {
        return index.isDescribed()
                && index.valid()
                && !index.partitioned()
                && index.parent() == null
                && index.constraint() == null
                && !index.clustered()
                && !index.replicaIdentity();
    }

    /// @param condition ` where …`; empty if it is to hold every row
    static Remedy with(Index index, Sql condition, Snapshot snapshot) {
        ReplacedIndex replaced = new ReplacedIndex(index, snapshot);
        Impact impact = Impact.locking(replaced.table.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE)
                .andLocking(index.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        OpenTransactions open = new OpenTransactions(snapshot);
        Sql former = index.predicate() == null
                ? Sql.format("")
                : Sql.format(" where %s", index.predicate()); // as the server wrote it
        return new Remedy.Statement(
                replaced.steps(condition),
                replaced.steps(former),
                open.delayBuild(impact, replaced.table),
                Scans.of(index.qualifiedName(), false));
    }

    private List<Step> steps(Sql condition) {
        Sql unique = index.unique() ? Sql.format("unique ") : Sql.format("");
        Sql space = index.tablespace() == null ? Sql.format("") : Sql.format(" tablespace %I", index.tablespace());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.alone(Sql.format(
                "create %sindex concurrently %I on %I using %s%s%s",
                unique, beside.name(), table.qualifiedName(), keys(), space, condition)));
        steps.add(Step.alone(Sql.format("drop index concurrently %I", index.qualifiedName())));
        steps.add(Step.inTransaction(Sql.format("alter index %I rename to %I", beside, index.name())));
        return steps;
    }

    private String keys() {
        String written = Keys.written(index);
        String end = " WHERE " + index.predicate();
        return written.endsWith(end) ? written.substring(0, written.length() - end.length()) : written;
    }
}
