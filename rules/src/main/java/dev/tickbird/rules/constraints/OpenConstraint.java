// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Optional;

/// A constraint that rows may break, of whatever kind, and how it is closed.
///
/// A constraint cannot be made unvalidated again; to undo, it is dropped and added as it was, which reads no row.
///
/// @param kind as titles write it: `check constraint`
/// @param referenced the table that a foreign key points to
/// @param definition as the server writes it, ending in `NOT VALID` or `NOT ENFORCED`
record OpenConstraint(
        Table table, String name, String kind, Optional<Table> referenced, boolean enforced, String definition) {

    /// Empty while its definition cannot be read because somebody holds the table exclusively.
    static Optional<OpenConstraint> of(Constraint constraint, Relations relations) {
        String kind = constraint.kind() == Constraint.Kind.NOT_NULL ? "not-null constraint" : "check constraint";
        return Optional.ofNullable(constraint.definition())
                .map(definition -> new OpenConstraint(
                        relations.tableOf(constraint),
                        constraint.name(),
                        kind,
                        Optional.empty(),
                        constraint.enforced(),
                        definition));
    }

    static Optional<OpenConstraint> of(ForeignKey key, Relations relations) {
        return Optional.of(new OpenConstraint(
                relations.tableOf(key),
                key.name(),
                "foreign key",
                relations.table(key.referenced()),
                key.enforced(),
                key.definition()));
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
        return new Remedy.Statement(List.of(validate()), List.of(replaced(definition)), impact, null);
    }

    /// First for new rows, which reads nothing, then for old ones, which blocks nobody.
    Remedy enforced(TableTree tree) {
        Impact impact = tree.locking(table, LockMode.ACCESS_EXCLUSIVE, false);
        if (referenced.isPresent()) {
            impact = impact.andLocking(referenced.get().qualifiedName(), LockMode.ACCESS_EXCLUSIVE);
        }
        return new Remedy.Statement(
                List.of(
                        Step.alone(replaced(definition.replaceFirst(" NOT ENFORCED$", " NOT VALID"))
                                .sql()),
                        validate()),
                List.of(replaced(definition)),
                impact,
                null);
    }

    private Step validate() {
        return Step.inTransaction(Sql.format("alter table %I validate constraint %I", table.qualifiedName(), name));
    }

    private Step replaced(String otherwise) {
        QualifiedName on = table.qualifiedName();
        return Step.inTransaction(
                Sql.format("alter table %I drop constraint %I, add constraint %I %s", on, name, name, otherwise));
    }
}
