// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.tables.Comments;
import dev.tickbird.rules.tables.TableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A constraint that rows may break, of whatever kind, and how it is closed.
///
/// A constraint cannot be made unvalidated again; to undo, it is dropped and added as it was, which reads no row. What
/// was written about it is written again, on the tables below, too.
///
/// @param kind as titles write it: `check constraint`
/// @param referenced the table that a foreign key points to
/// @param definition as the server writes it, ending in `NOT VALID` or `NOT ENFORCED`
/// @param comments which are lost when it is dropped
record OpenConstraint(
        Table table,
        String name,
        String kind,
        Optional<Table> referenced,
        boolean enforced,
        String definition,
        List<Step> comments) {

    OpenConstraint {
        comments = List.copyOf(comments);
    }

    /// Empty while its definition cannot be read because somebody holds the table exclusively.
    static Optional<OpenConstraint> of(Constraint constraint, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        String kind = constraint.kind() == Constraint.Kind.NOT_NULL ? "not-null constraint" : "check constraint";
        return Optional.ofNullable(constraint.definition())
                .map(definition -> new OpenConstraint(
                        relations.tableOf(constraint),
                        constraint.name(),
                        kind,
                        Optional.empty(),
                        constraint.enforced(),
                        definition,
                        comments(constraint, snapshot)));
    }

    static Optional<OpenConstraint> of(ForeignKey key, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return Optional.of(new OpenConstraint(
                relations.tableOf(key),
                key.name(),
                "foreign key",
                relations.table(key.referenced()),
                key.enforced(),
                key.definition(),
                comments(key, snapshot)));
    }

    private static List<Step> comments(Constraint constraint, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Table table = relations.tableOf(constraint);
        List<Step> steps = new ArrayList<>(
                Comments.of(snapshot).onConstraint(constraint.oid(), constraint.name(), table.qualifiedName()));
        relations.children(table).stream()
                .flatMap(child -> relations.of(child, Constraint.class).stream())
                .filter(below ->
                        below.inherited() && !below.local() && below.name().equals(constraint.name()))
                .forEach(below -> steps.addAll(comments(below, snapshot)));
        return steps;
    }

    private static List<Step> comments(ForeignKey key, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Table table = relations.tableOf(key);
        List<Step> steps =
                new ArrayList<>(Comments.of(snapshot).onConstraint(key.oid(), key.name(), table.qualifiedName()));
        relations.children(table).stream()
                .flatMap(child -> relations.of(child, ForeignKey.class).stream())
                .filter(below -> Objects.equals(below.parent(), key.oid()))
                .forEach(below -> steps.addAll(comments(below, snapshot)));
        return steps;
    }

    /// What it costs that rows from before may break it.
    String doubt() {
        return referenced.isPresent()
                ? "Old rows may point to rows that do not exist; joins leave them out without a word."
                : "Old rows may break it; an update of such a row fails, whatever it changes, and the planner cannot rely "
                        + "on it.";
    }

    Remedy validated(TableTree tree) {
        Impact impact = tree.locking(table, LockMode.SHARE_UPDATE_EXCLUSIVE, false);
        if (referenced.isPresent()) {
            impact = impact.andLocking(referenced.get().qualifiedName(), LockMode.ROW_SHARE);
        }
        return new Remedy.Statement(List.of(validate()), replaced(definition), impact, null);
    }

    /// First for new rows, which reads nothing, then for old ones, which blocks nobody.
    Remedy enforced(TableTree tree) {
        Impact impact = tree.locking(table, LockMode.ACCESS_EXCLUSIVE, false);
        if (referenced.isPresent()) {
            impact = impact.andLocking(referenced.get().qualifiedName(), LockMode.ACCESS_EXCLUSIVE);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.alone(added(definition.replaceFirst(" NOT ENFORCED$", " NOT VALID"))));
        steps.addAll(comments);
        steps.add(validate());
        return new Remedy.Statement(steps, replaced(definition), impact, null);
    }

    private Step validate() {
        return Step.inTransaction(Sql.format("alter table %I validate constraint %I", table.qualifiedName(), name));
    }

    private List<Step> replaced(String otherwise) {
        List<Step> steps = new ArrayList<>(List.of(Step.inTransaction(added(otherwise))));
        steps.addAll(comments);
        return steps;
    }

    private Sql added(String otherwise) {
        return Sql.format(
                "alter table %I drop constraint %I, add constraint %I %s",
                table.qualifiedName(), name, name, otherwise);
    }
}
