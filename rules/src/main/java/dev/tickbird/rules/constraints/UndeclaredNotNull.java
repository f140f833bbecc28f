// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

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
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.Comments;
import dev.tickbird.rules.tables.TableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A column that a check keeps from being null, but that is not declared so: the second half of a migration is missing.
public record UndeclaredNotNull() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, Constraint.class).also(Comment.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Constraint.class).stream()
                .filter(it -> it.kind() == Constraint.Kind.CHECK && it.holds() && it.inheritable())
                .filter(it ->
                        it.parent() == null && !it.inherited() && it.columns().size() == 1)
                .flatMap(
                        check -> nullable(check, relations)
                                .map(column -> finding(check, column, relations.tableOf(check), snapshot))
                                .stream());
    }

    private static Optional<Column> nullable(Constraint check, Relations relations) {
        Table table = relations.tableOf(check);
        return relations.of(table, Column.class).stream()
                .filter(column -> table.isWritten() && !column.notNull())
                .filter(column -> Sql.format("CHECK ((%I IS NOT NULL))", column.name())
                        .text()
                        .equals(check.definition()))
                .findFirst();
    }

    private Finding finding(Constraint check, Column column, Table table, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        return finding(
                Severity.NOTE,
                Subject.table(name).at('.' + Identifier.quoted(column.name())),
                "column \"" + column.name() + "\" of table \"" + name + "\" is never null, but not declared so",
                "Check constraint " + Identifier.quoted(check.name())
                        + " says that it is not null, and holds for all rows.",
                Evidence.of("constraint", check.name()),
                "Each write evaluates the check. The planner does not conclude from it that there are no nulls, and drivers and"
                        + " object mappers take the column for optional.",
                declared(check, column, table, snapshot));
    }

    private static Remedy declared(Constraint check, Column column, Table table, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        List<Step> rollback = new ArrayList<>();
        rollback.add(Step.inTransaction(Sql.format(
                "alter table %I add constraint %I %s", name, check.name(), String.valueOf(check.definition()))));
        rollback.addAll(Comments.of(snapshot).onConstraint(check.oid(), check.name(), name));
        rollback.add(
                Step.inTransaction(Sql.format("alter table %I alter column %I drop not null", name, column.name())));
        return new Remedy.Statement(
                List.of(
                        Step.inTransaction(
                                Sql.format("alter table %I alter column %I set not null", name, column.name())),
                        Step.inTransaction(Sql.format("alter table %I drop constraint %I", name, check.name()))),
                rollback,
                TableTree.of(snapshot).locking(table, LockMode.ACCESS_EXCLUSIVE, false),
                null);
    }
}
