// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

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
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.SequenceDraw;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// A sequence that begins again at its end and fills a unique column: then it meets the rows of its first round.
public record CyclingKey() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Sequence.class, Table.class, Column.class, SequenceDraw.class, Index.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Sequence.class).stream()
                .filter(Sequence::cycles)
                .flatMap(sequence -> FilledColumn.of(sequence, snapshot).stream()
                        .filter(filled -> isUnique(filled, snapshot))
                        .findFirst()
                        .map(filled -> finding(sequence, filled))
                        .stream());
    }

    private static boolean isUnique(FilledColumn filled, Snapshot snapshot) {
        return Relations.of(snapshot).of(filled.table(), Index.class).stream()
                .anyMatch(index -> index.unique()
                        && !index.isPartial()
                        && index.columns().equals(List.of(filled.column().name())));
    }

    private Finding finding(Sequence sequence, FilledColumn filled) {
        QualifiedName name = sequence.qualifiedName();
        boolean rises = sequence.increment() > 0;
        long first = rises ? sequence.minimum() : sequence.maximum();
        long last = rises ? sequence.maximum() : sequence.minimum();
        return finding(
                Severity.ADVICE,
                new Subject("sequence", name.toString()),
                "sequence \"" + name + "\" begins again at its end, but fills a unique column",
                "After " + last + " it gives " + first + " again. " + filled + " must be unique.",
                Evidence.of("last", last).and("column", filled.toString()),
                "In the second round inserts fail with a duplicate key wherever a row of the first is still there, seemingly at"
                        + " random; without the cycle the end would be told in advance.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format("alter sequence %I no cycle", name))),
                        List.of(Step.inTransaction(Sql.format("alter sequence %I cycle", name))),
                        Impact.locking(name, LockMode.SHARE_ROW_EXCLUSIVE),
                        null));
    }
}
