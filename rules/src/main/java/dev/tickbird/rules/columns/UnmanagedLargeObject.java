// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.model.server.Extension;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A column of type `lo` without the trigger that goes with it: what its rows pointed to stays when they go.
public record UnmanagedLargeObject() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, Trigger.class, Extension.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Optional<Extension> lo = snapshot.all(Extension.class).stream()
                .filter(extension -> extension.name().equals("lo"))
                .findFirst();
        return lo.stream()
                .flatMap(extension -> TypedColumns.of(snapshot, column -> isOf(extension, column)))
                .flatMap(typed -> typed.columns().stream()
                        .filter(column -> !isManaged(column, typed.table(), snapshot))
                        .map(column -> finding(column, typed.table(), lo.orElseThrow(), snapshot)));
    }

    private static boolean isOf(Extension lo, Column column) {
        return column.type().equals("lo") || column.type().equals(new QualifiedName(lo.schema(), "lo").toString());
    }

    private static boolean isManaged(Column column, Table table, Snapshot snapshot) {
        String call = "lo_manage(" + Sql.format("%L", column.name()).text() + ")";
        return Relations.of(snapshot).of(table, Trigger.class).stream()
                .anyMatch(trigger ->
                        trigger.definition() != null && trigger.definition().endsWith(call));
    }

    private Finding finding(Column column, Table table, Extension lo, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        String trigger = "manage_" + column.name();
        return finding(
                Severity.ADVICE,
                Subject.table(name).at('.' + Identifier.quoted(column.name())),
                "large objects of column \"" + column.name() + "\" of table \"" + name + "\" are never removed",
                "It is of type lo, but no trigger calls lo_manage for it.",
                Evidence.of("column", column.name()),
                "When a row is deleted, or points to another object, the old one stays in pg_largeobject, which grows for ever.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format(
                                "create trigger %I before update of %I or delete on %I for each row execute function %I(%L)",
                                trigger,
                                column.name(),
                                name,
                                new QualifiedName(lo.schema(), "lo_manage"),
                                column.name()))),
                        List.of(Step.inTransaction(Sql.format("drop trigger %I on %I", trigger, name))),
                        TableTree.of(snapshot).locking(table, LockMode.SHARE_ROW_EXCLUSIVE, false),
                        Sql.format("select count(*) from pg_largeobject_metadata")));
    }
}
