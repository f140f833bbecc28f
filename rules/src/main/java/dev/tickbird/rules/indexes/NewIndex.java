// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.List;

/// Prescribes an index on some columns of a table, built without blocking writes.
///
/// A partitioned table cannot have its index built concurrently as a whole: the parent's index is made empty, each
/// partition's concurrently, and each is then attached.
public final class NewIndex {

    private final Relations relations;
    private final FreeNames names;
    private final OpenTransactions open;
    private final List<String> columns;
    private final List<Step> steps = new ArrayList<>();
    private Impact impact = Impact.NONE;

    private NewIndex(Snapshot snapshot, List<String> columns) {
        this.relations = Relations.of(snapshot);
        this.open = new OpenTransactions(snapshot);
        this.columns = columns;
        this.names = new FreeNames(snapshot);
    }

    public static Remedy on(Table table, List<String> columns, Snapshot snapshot) {
        NewIndex index = new NewIndex(snapshot, columns);
        QualifiedName name = index.create(table);
        Step undo = table.kind() == Table.Kind.PARTITIONED
                ? Step.inTransaction(Sql.format("drop index %I", name))
                : Step.alone(Sql.format("drop index concurrently %I", name));
        return new Remedy.Statement(
                index.steps, List.of(undo), index.impact, Scans.of(name, table.kind() == Table.Kind.PARTITIONED));
    }

    private QualifiedName create(Table table) {
        QualifiedName name = names.index(table, columns);
        if (table.kind() != Table.Kind.PARTITIONED) {
            steps.add(Step.alone(Sql.format(
                    "create index concurrently %I on %I (%I)", name.name(), table.qualifiedName(), columns)));
            impact = open.delayBuild(impact.andLocking(table.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE), table);
            return name;
        }
        steps.add(Step.inTransaction(
                Sql.format("create index %I on only %I (%I)", name.name(), table.qualifiedName(), columns)));
        impact = impact.andLocking(table.qualifiedName(), LockMode.SHARE);
        for (Table partition : relations.children(table)) {
            QualifiedName part = create(partition);
            steps.add(Step.inTransaction(Sql.format("alter index %I attach partition %I", name, part)));
            impact = impact.andLocking(part, LockMode.ACCESS_EXCLUSIVE);
        }
        return name;
    }
}
