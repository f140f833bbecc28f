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
import dev.tickbird.model.schema.Table;
import java.util.List;
import java.util.Optional;

/// Prescribes what becomes of an invalid index: a leftover is dropped, what is wanted is built again.
///
/// A unique one is most often invalid because rows are not unique; to build it again would only leave another one
/// behind, so a person looks first.
final class RepairedIndex {

    private RepairedIndex() {}

    /// @param twin a valid index that does the same
    static Remedy of(Index index, Optional<Index> twin, Table table, Snapshot snapshot) {
        QualifiedName name = index.qualifiedName();
        boolean leftOver = twin.isPresent() || !index.live();
        if (index.unique() && !leftOver) {
            boolean plain = !index.columns().contains("") && index.predicate() == null;
            String duplicates = Sql.format(
                            "select %I, count(*) from %I group by %I having count(*) > 1",
                            index.columns(), table.qualifiedName(), index.columns())
                    .text();
            return new Remedy.Advice(
                    "Look for rows that are the same in its keys" + (plain ? ": " + duplicates : "")
                            + ". When there are none left, build it again: "
                            + Sql.format("reindex index concurrently %I", name) + ".",
                    "If nobody wants it any more, drop it: " + Sql.format("drop index concurrently %I", name) + ".");
        }
        OpenTransactions open = new OpenTransactions(snapshot);
        Impact impact = Impact.locking(table.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        return leftOver
                ? once(Sql.format("drop index concurrently %I", name), open.delayDrop(impact, table))
                : once(Sql.format("reindex index concurrently %I", name), open.delayBuild(impact, table));
    }

    private static Remedy once(Sql cure, Impact impact) {
        return Remedy.Statement.harmless(List.of(Step.alone(cure)), impact, null);
    }
}
