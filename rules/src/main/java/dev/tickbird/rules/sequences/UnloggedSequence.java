// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

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
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.SequenceDraw;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// An unlogged sequence that fills a table which is not: after a crash it begins anew, and the table is still there.
public record UnloggedSequence() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Sequence.class, Table.class, Column.class, SequenceDraw.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Sequence.class).stream()
                .filter(sequence -> sequence.persistence() == Table.Persistence.UNLOGGED)
                .flatMap(sequence -> FilledColumn.of(sequence, snapshot).stream()
                        .filter(filled -> filled.table().persistence() == Table.Persistence.PERMANENT)
                        .findFirst()
                        .map(filled -> finding(sequence, filled))
                        .stream());
    }

    private Finding finding(Sequence sequence, FilledColumn filled) {
        return finding(
                Severity.WARNING,
                new Subject("sequence", sequence.qualifiedName().toString()),
                "sequence \"" + sequence.qualifiedName() + "\" is unlogged, but fills a table that is not",
                "It fills " + filled + ". It is not written to the log and stands on no standby.",
                Evidence.of("column", filled.toString()),
                "After a crash, a failover or a restore it begins again at " + sequence.start()
                        + ", while the rows are still there: inserts fail with a duplicate key or bear a number twice.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(
                                Sql.format("alter sequence %I set logged", sequence.qualifiedName()))),
                        List.of(Step.inTransaction(
                                Sql.format("alter sequence %I set unlogged", sequence.qualifiedName()))),
                        Impact.locking(sequence.qualifiedName(), LockMode.ACCESS_EXCLUSIVE),
                        null));
    }
}
