// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.tables.Dependants;
import dev.tickbird.rules.tables.LostStatistics;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.stream.Collectors;

/// Prescribes another type for columns: at one go where the table is small and nothing else holds on to them,
/// otherwise as a project.
final class ChangedType {

    private static final Bytes LARGE = Bytes.parse("100 MB");

    private ChangedType() {}

    /// @param type the new one, as SQL writes it
    static Remedy to(String type, TypedColumns typed, Snapshot snapshot) {
        Table table = typed.table();
        List<String> names = typed.columns().stream().map(Column::name).toList();
        Dependants dependants = Dependants.of(table, names, snapshot);
        Sql change = altered(table, typed.columns(), type);
        if (!dependants.isEmpty()) {
            return new Remedy.Advice(dependants.aroundChange(change));
        }
        if (isHeld(typed, names, snapshot)) {
            return new Remedy.Advice(
                    "Change the type, together with the defaults, checks, keys and index expressions that name"
                            + " the column; this writes the table anew while nobody can read or write it: " + change
                            + ". Then analyze the table.");
        }
        if (TableTree.of(snapshot).bytes(table) >= LARGE.number()) {
            return new Remedy.Advice(
                    "Add a column of the new type, keep it equal by a trigger, fill it in batches, then rename both in one short"
                            + " transaction.",
                    "Where the table may be out of use for a while, write it anew at one go: " + change
                            + "; then analyze it.");
        }
        Step analyze = Step.alone(Sql.format("analyze %I", table.qualifiedName()));
        return new Remedy.Statement(
                List.of(Step.inTransaction(change), analyze),
                List.of(Step.inTransaction(restored(typed)), analyze),
                TableTree.of(snapshot)
                        .locking(table, LockMode.ACCESS_EXCLUSIVE, true)
                        .andRemarking(LostStatistics.of(names)),
                null);
    }

    /// Whether something names them that the server would not convert by itself.
    private static boolean isHeld(TypedColumns typed, List<String> names, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Table table = typed.table();
        boolean partitions = snapshot.all(PartitionedTable.class).stream()
                .filter(it -> TableTree.of(snapshot).holds(table, it.relation()))
                .anyMatch(
                        it -> it.columns().contains("") || it.columns().stream().anyMatch(names::contains));
        return partitions
                || typed.columns().stream()
                        .anyMatch(column ->
                                column.hasDefault() || !column.generated().isEmpty())
                || relations.of(table, Constraint.class).stream()
                        .anyMatch(it -> it.kind() == Constraint.Kind.CHECK
                                && it.columns().stream().anyMatch(names::contains))
                || relations.of(table, Index.class).stream()
                        .anyMatch(it -> it.isPartial() || it.columns().contains("") || !it.isDescribed())
                || relations.of(table, ForeignKey.class).stream()
                        .anyMatch(it -> it.columns().stream().anyMatch(names::contains))
                || relations.referencing(table).stream()
                        .anyMatch(it -> it.referencedColumns().stream().anyMatch(names::contains));
    }

    private static Sql altered(Table table, List<Column> columns, String type) {
        String changes = columns.stream()
                .map(it -> Sql.format("alter column %I type %s using %I::%s", it.name(), type, it.name(), type)
                        .text())
                .collect(Collectors.joining(", "));
        return Sql.format("alter table %I %s", table.qualifiedName(), changes);
    }

    private static Sql restored(TypedColumns typed) {
        QualifiedName name = typed.table().qualifiedName();
        String changes = typed.columns().stream()
                .map(it -> Sql.format(
                                "alter column %I type %s using %I::%s", it.name(), it.type(), it.name(), it.type())
                        .text())
                .collect(Collectors.joining(", "));
        return Sql.format("alter table %I %s", name, changes);
    }
}
