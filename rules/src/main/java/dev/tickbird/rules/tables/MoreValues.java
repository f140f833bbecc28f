// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Prescribes how a sequence gets more values: where only the sequence is the limit, in a moment; where the column is,
/// by a wider type for it.
final class MoreValues {

    private MoreValues() {}

    static Remedy of(SequenceRange range, Bytes largeTable, Snapshot snapshot) {
        if (range.isBoundByColumn()
                && range.column().isPresent()
                && range.table().isPresent()) {
            return ofColumn(range, range.table().get(), range.column().get(), largeTable, snapshot);
        }
        Sequence sequence = range.sequence();
        QualifiedName name = sequence.qualifiedName();
        if (range.column().isEmpty()) {
            return new Remedy.Advice(
                    "Find out which columns are filled from it; no column owns it. If all are of type bigint and its "
                            + "end is no rule of the business, let it go on: "
                            + Sql.format("alter sequence %I as bigint", name)
                            + (range.bound() == range.typeBound() ? "." : " no maxvalue no minvalue."));
        }
        String type = range.columnType();
        boolean typed = range.bound() == range.typeBound();
        Sql more = typed ? Sql.format("as %s", type) : bounded(type, range.columnBound(), range);
        Sql less = typed ? Sql.format("as %s", sequence.type()) : bounded(sequence.type(), range.bound(), range);
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("alter sequence %I %s", name, more))),
                List.of(Step.inTransaction(Sql.format("alter sequence %I %s", name, less))),
                Impact.locking(name, LockMode.SHARE_ROW_EXCLUSIVE),
                watch(name));
    }

    private static Sql bounded(String type, long bound, SequenceRange range) {
        return range.descends()
                ? Sql.format("as %s minvalue %s", type, bound)
                : Sql.format("as %s maxvalue %s", type, bound);
    }

    private static Remedy ofColumn(
            SequenceRange range, Table table, Column column, Bytes largeTable, Snapshot snapshot) {
        List<String> referencing = referencing(table, column, snapshot);
        boolean partitions = snapshot.all(PartitionedTable.class).stream()
                .filter(it -> TableTree.of(snapshot).holds(table, it.relation()))
                .anyMatch(it ->
                        it.columns().contains(column.name()) || it.columns().contains(""));
        if (!referencing.isEmpty() || partitions || TableTree.of(snapshot).bytes(table) >= largeTable.number()) {
            return byHand(range, referencing);
        }
        Sequence sequence = range.sequence();
        List<Step> steps = new ArrayList<>();
        List<Step> rollback = new ArrayList<>();
        if (!sequence.identity() && !sequence.type().equals("bigint")) { // an identity's follows its column
            steps.add(Step.inTransaction(Sql.format("alter sequence %I as bigint", sequence.qualifiedName())));
        }
        steps.add(Step.inTransaction(
                Sql.format("alter table %I alter column %I type bigint", table.qualifiedName(), column.name())));
        rollback.add(Step.inTransaction(Sql.format(
                "alter table %I alter column %I type %s", table.qualifiedName(), column.name(), column.type())));
        if (steps.size() > 1) {
            rollback.add(Step.inTransaction(
                    Sql.format("alter sequence %I as %s", sequence.qualifiedName(), sequence.type())));
        }
        Impact impact = TableTree.of(snapshot).locking(table, LockMode.ACCESS_EXCLUSIVE, true);
        boolean alters = sequence.identity() || steps.size() > 1;
        return new Remedy.Statement(
                steps,
                rollback,
                alters ? impact.andLocking(sequence.qualifiedName(), LockMode.SHARE_ROW_EXCLUSIVE) : impact,
                watch(sequence.qualifiedName()));
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

    private static Remedy byHand(SequenceRange range, List<String> referencing) {
        String also = referencing.isEmpty()
                ? ""
                : " Do the same, first, with what references it: " + String.join(", ", referencing) + ".";
        List<String> options = new ArrayList<>();
        options.add(
                "Add a column of type bigint, keep it equal by a trigger, fill it in batches, build a unique index on "
                        + "it concurrently, then let it take over name, key and sequence in one short transaction."
                        + also);
        options.add(
                "Where the tables may be out of use for a while, change the type at one go: this rewrites them, and "
                        + "nobody can read or write them meanwhile.");
        if (!range.descends() && range.sequence().minimum() > 0) {
            options.add("To win time, let it go on with negative numbers, if the application takes them: "
                    + Sql.format(
                            "alter sequence %I minvalue %s restart with %s",
                            range.sequence().qualifiedName(), -range.end() - 1, -range.end() - 1)
                    + ".");
        }
        return new Remedy.Advice(options, watch(range.sequence().qualifiedName()));
    }

    private static Sql watch(QualifiedName sequence) {
        return Sql.format(
                "select last_value, max_value from pg_sequences where schemaname = %L and sequencename = %L",
                sequence.schema(), sequence.name());
    }
}
