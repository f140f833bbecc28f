// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.tables.Dependants;
import dev.tickbird.rules.tables.LostStatistics;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Prescribes the referenced type for the columns of a foreign key.
final class KeyType {

    private KeyType() {}

    static Remedy fitting(
            ForeignKey key,
            Table table,
            Table referenced,
            List<KeyColumns> unfit,
            Bytes largeTable,
            Snapshot snapshot) {
        Sql change = altered(table, unfit, it -> written(it.referenced()));
        Dependants dependants = Dependants.of(
                table, unfit.stream().map(it -> it.column().name()).toList(), snapshot);
        boolean widens = unfit.stream()
                .allMatch(it -> it.harm() == KeyColumns.Harm.NARROWER
                        && it.type().equals(it.column().type()));
        boolean rewrites = unfit.stream().anyMatch(KeyColumns::rewrites);
        if (!widens || isEntangled(key, table, snapshot)) {
            return withCare(change, dependants);
        }
        if (rewrites && TableTree.of(snapshot).bytes(table) >= largeTable.number()) {
            return besideTheOld(change, dependants);
        }
        if (!dependants.isEmpty()) {
            return new Remedy.Advice(dependants.aroundChange(change));
        }
        Impact impact = TableTree.of(snapshot)
                .locking(table, LockMode.ACCESS_EXCLUSIVE, rewrites)
                .andLocking(referenced.qualifiedName(), LockMode.ACCESS_EXCLUSIVE)
                .andRemarking(LostStatistics.of(
                        unfit.stream().map(it -> it.column().name()).toList()));
        Step analyze = Step.alone(Sql.format("analyze %I", table.qualifiedName()));
        return new Remedy.Statement(
                List.of(Step.inTransaction(change), analyze),
                List.of(Step.inTransaction(altered(table, unfit, it -> written(it.column()))), analyze),
                impact,
                null);
    }

    private static Remedy withCare(Sql change, Dependants dependants) {
        String inTheWay = dependants.isEmpty() ? "" : " (" + dependants + ")";
        return new Remedy.Advice(
                "Give the columns the type and collation of what they reference. Look first at which values the "
                        + "conversion would change, and at the views, partition keys and other foreign keys that "
                        + "stand in the way" + inTheWay + ": " + change + "."
                        + " This may rewrite the table, and nobody can read or write it meanwhile.");
    }

    private static Remedy besideTheOld(Sql change, Dependants dependants) {
        String again = dependants.isEmpty() ? "" : " Create again in it what names the column: " + dependants + ".";
        return new Remedy.Advice(
                "Add a column of the referenced type, keep it equal by a trigger, fill it in batches, index it "
                        + "concurrently, add the foreign key not valid and validate it, then rename both columns "
                        + "in one short transaction." + again,
                "Where the table may be out of use for a while, rewrite it at one go: " + change + "; then analyze it, "
                        + "for a column's statistics go with its type.");
    }

    /// Whether the columns partition a table or are referenced themselves.
    private static boolean isEntangled(ForeignKey key, Table table, Snapshot snapshot) {
        boolean partitions = snapshot.all(PartitionedTable.class).stream()
                .filter(it -> TableTree.of(snapshot).holds(table, it.relation()))
                .anyMatch(it -> it.columns().stream().anyMatch(key.columns()::contains)
                        || it.columns().contains("")); // an expression may hold any column
        boolean referenced = Relations.of(snapshot).referencing(table).stream()
                .anyMatch(other -> other.referencedColumns().stream().anyMatch(key.columns()::contains));
        return partitions
                || referenced
                || Relations.of(snapshot).table(table.parent()).isPresent();
    }

    private static String written(Column column) {
        return column.collation() == null
                ? column.type()
                : Sql.format("%s collate %s", column.type(), column.collation()).text();
    }

    private static Sql altered(Table table, List<KeyColumns> unfit, Function<KeyColumns, String> type) {
        String changes = unfit.stream()
                .map(it -> Sql.format("alter column %I type %s", it.column().name(), type.apply(it))
                        .text())
                .collect(Collectors.joining(", "));
        return Sql.format("alter table %I %s", table.qualifiedName(), changes);
    }
}
