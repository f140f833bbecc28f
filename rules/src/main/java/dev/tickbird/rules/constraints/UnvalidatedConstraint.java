// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.stream.Stream;

/// A check, foreign key or not null that some rows may break: it was added `not valid` and never validated, or, from
/// PostgreSQL 18 on, is not enforced at all.
public record UnvalidatedConstraint() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Constraint.class, ForeignKey.class).also(Comment.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Stream.concat(
                        snapshot.all(Constraint.class).stream()
                                .filter(it -> !it.holds() && it.parent() == null && !it.inherited())
                                .flatMap(it -> OpenConstraint.of(it, snapshot).stream()),
                        snapshot.all(ForeignKey.class).stream()
                                .filter(it -> !(it.validated() && it.enforced()) && it.parent() == null)
                                .flatMap(it -> OpenConstraint.of(it, snapshot).stream()))
                .filter(open -> open.table().isWritten()) // nothing checks a foreign table
                .map(open -> finding(open, TableTree.of(snapshot)));
    }

    private Finding finding(OpenConstraint open, TableTree tree) {
        Table table = open.table();
        long rows = tree.rows(table);
        String name = open.kind() + " \"" + open.name() + "\" of table \"" + table.qualifiedName() + "\"";
        Subject subject = Subject.table(table.qualifiedName()).at('.' + Identifier.quoted(open.name()));
        Evidence evidence =
                Evidence.of("rows", rows).and("definition", open.definition()).and("enforced", open.enforced());
        String held = table.qualifiedName() + " holds about " + Words.count(rows, "row") + ".";
        return open.enforced()
                ? finding(
                        Severity.ADVICE,
                        subject,
                        name + " is not validated",
                        "It says " + open.definition() + ". New rows are checked, those from before never were. "
                                + held,
                        evidence,
                        open.doubt(),
                        open.validated(tree))
                : finding(
                        Severity.ADVICE,
                        subject,
                        name + " is not enforced",
                        "It says " + open.definition() + ". Neither old nor new rows are checked. " + held,
                        evidence,
                        "Rows that break it come in unnoticed, although the schema seems to forbid them.",
                        open.enforced(tree));
    }
}
