// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.IndexTarget;
import dev.tickbird.model.schema.Relations;
import java.util.ArrayList;
import java.util.List;

/// How an index comes back that was dropped, with all that goes with it: where it lies, what is written about it, how
/// finely its expressions are analyzed, and whether rows are sorted or identified by it.
///
/// It is built without blocking writes; the index of a partitioned table, which cannot be, is made empty, and whoever
/// brings it back attaches its parts.
public final class ReturningIndex {

    /// What makes an index that is not a partition's.
    private static final String CREATE = "^CREATE (UNIQUE )?INDEX ";

    private ReturningIndex() {}

    public static List<Step> steps(Index index, Snapshot snapshot) {
        List<Step> steps = new ArrayList<>();
        if (index.tablespace() != null) {
            steps.add(Step.alone(Sql.format("set default_tablespace = %I", index.tablespace())));
        }
        steps.add(
                index.partitioned()
                        ? Step.inTransaction(Sql.format("%s", index.definition())) // it says ON ONLY
                        : Step.alone(concurrently(index)));
        if (index.tablespace() != null) {
            steps.add(Step.alone(Sql.format("reset default_tablespace")));
        }
        steps.addAll(targets(index, snapshot));
        steps.addAll(Comments.of(snapshot).on(index));
        QualifiedName table = Relations.of(snapshot).tableOf(index).qualifiedName();
        if (index.replicaIdentity()) {
            steps.add(Step.inTransaction(
                    Sql.format("alter table %I replica identity using index %I", table, index.name())));
        }
        if (index.clustered()) {
            steps.add(Step.inTransaction(Sql.format("alter table %I cluster on %I", table, index.name())));
        }
        return steps;
    }

    private static Sql concurrently(Index index) {
        return Sql.format("%s", index.definition().replaceFirst(CREATE, "CREATE $1INDEX CONCURRENTLY "));
    }

    private static List<Step> targets(Index index, Snapshot snapshot) {
        if (!snapshot.observed().contains(IndexTarget.class)) {
            return List.of();
        }
        return snapshot.all(IndexTarget.class).stream()
                .filter(target -> target.index() == index.oid())
                .map(target -> Step.inTransaction(Sql.format(
                        "alter index %I alter column %s set statistics %s",
                        index.qualifiedName(), target.number(), target.statisticsTarget())))
                .toList();
    }
}
