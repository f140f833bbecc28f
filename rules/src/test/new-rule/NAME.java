// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.FAMILY;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// What the defect is, and what it costs. Here, to be replaced: a table that a crash empties.
public record NAME() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Table.class).stream()
                .filter(table -> table.persistence() == Table.Persistence.UNLOGGED)
                .map(this::finding);
    }

    private Finding finding(Table table) {
        QualifiedName name = table.qualifiedName();
        long rows = Math.max(table.rows(), 0); // never analyzed
        return finding(
                Severity.ADVICE,
                Subject.table(name),
                "table \"" + name + "\" is unlogged",
                "It holds about " + Words.count(rows, "row") + ".",
                Evidence.of("rows", rows),
                "A crash of the server empties it, and no standby has its rows.",
                logged(name));
    }

    private static Remedy logged(QualifiedName name) {
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("alter table %I set logged", name))),
                List.of(Step.inTransaction(Sql.format("alter table %I set unlogged", name))),
                Impact.locking(name, LockMode.ACCESS_EXCLUSIVE).andRewriting(name),
                Sql.format("select relpersistence from pg_class where oid = %L::regclass", name));
    }
}
