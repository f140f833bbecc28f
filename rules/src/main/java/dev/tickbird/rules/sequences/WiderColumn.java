// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.tables.Dependants;
import dev.tickbird.rules.tables.LostStatistics;
import dev.tickbird.rules.tables.TableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Prescribes a wider type for the column that a sequence fills: at one go where the table is small and nothing else
/// holds on to the column, otherwise by hand.
final class WiderColumn {

    private WiderColumn() {}

    static Remedy of(SequenceRange range, Table table, Column column, Bytes largeTable, Snapshot snapshot) {
        List<String> referencing = referencing(table, column, snapshot);
        boolean partitions = snapshot.all(PartitionedTable.class).stream()
                .filter(it -> TableTree.of(snapshot).holds(table, it.relation()))
                .anyMatch(it ->
                        it.columns().contains(column.name()) || it.columns().contains(""));
        Dependants dependants = Dependants.of(table, List.of(column.name()), snapshot);
        if (!referencing.isEmpty() || partitions || TableTree.of(snapshot).bytes(table) >= largeTable.number()) {
            return byHand(range, referencing, dependants);
        }
        Sequence sequence = range.sequence();
        Sql change = Sql.format("alter table %I alter column %I type bigint", table.qualifiedName(), column.name());
        if (!dependants.isEmpty()) {
            Sql both = sequence.identity() || sequence.type().equals("bigint")
                    ? change
                    : Sql.format("%s; alter sequence %I as bigint", change, sequence.qualifiedName());
            return new Remedy.Advice(
                    List.of(dependants.aroundChange(both)), MoreValues.watch(sequence.qualifiedName()));
        }
        return atOneGo(sequence, table, column, change, snapshot);
    }

    private static Remedy atOneGo(Sequence sequence, Table table, Column column, Sql change, Snapshot snapshot) {
        List<Step> steps = new ArrayList<>();
        List<Step> rollback = new ArrayList<>();
        boolean widens = !sequence.identity() && !sequence.type().equals("bigint"); // an identity's follows its column
        if (widens) {
            steps.add(Step.inTransaction(Sql.format("alter sequence %I as bigint", sequence.qualifiedName())));
        }
        steps.add(Step.inTransaction(change));
        rollback.add(Step.inTransaction(Sql.format(
                "alter table %I alter column %I type %s", table.qualifiedName(), column.name(), column.type())));
        if (widens) {
            rollback.add(Step.inTransaction(
                    Sql.format("alter sequence %I as %s", sequence.qualifiedName(), sequence.type())));
        }
        Step analyze = Step.alone(Sql.format("analyze %I", table.qualifiedName()));
        steps.add(analyze);
        rollback.add(analyze);
        Impact impact = TableTree.of(snapshot)
                .locking(table, LockMode.ACCESS_EXCLUSIVE, true)
                .andRemarking(LostStatistics.of(List.of(column.name())));
        return new Remedy.Statement(
                steps,
                rollback,
                sequence.identity() || widens
                        ? impact.andLocking(sequence.qualifiedName(), LockMode.SHARE_ROW_EXCLUSIVE)
                        : impact,
                MoreValues.watch(sequence.qualifiedName()));
    }

    /// The columns that must be widened as well, for they hold the same values.
    private static List<String> referencing(Table table, Column column, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return relations.referencing(table).stream()
                .filter(key -> key.parent() == null)
                .filter(key -> key.referencedColumns().contains(column.name()))
                .map(key -> relations.tableOf(key).qualifiedName() + "("
                        + key.columns().get(key.referencedColumns().indexOf(column.name())) + ")")
                .distinct()
                .collect(Collectors.toList());
    }

    private static Remedy byHand(SequenceRange range, List<String> referencing, Dependants dependants) {
        String also = (referencing.isEmpty()
                        ? ""
                        : " Do the same, first, with what references it: " + String.join(", ", referencing) + ".")
                + (dependants.isEmpty()
                        ? ""
                        : " Create again, in that transaction, what names the old column: " + dependants + ".");
        List<String> options = new ArrayList<>();
        options.add(
                "Add a column of type bigint, keep it equal by a trigger, fill it in batches, build a unique index on "
                        + "it concurrently, then let it take over name, key and sequence in one short transaction."
                        + also);
        options.add(
                "Where the tables may be out of use for a while, change the type at one go: this rewrites them, and "
                        + "nobody can read or write them meanwhile. Then analyze them: a column's statistics go with its "
                        + "type.");
        if (!range.descends() && range.sequence().minimum() > 0) {
            options.add("To win time, let it go on with negative numbers, if the application takes them: "
                    + Sql.format(
                            "alter sequence %I minvalue %s restart with %s",
                            range.sequence().qualifiedName(), -range.end() - 1, -range.end() - 1)
                    + ".");
        }
        return new Remedy.Advice(options, MoreValues.watch(range.sequence().qualifiedName()));
    }
}
