// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDependant;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.SequenceDraw;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.stream.Stream;

/// A sequence that will soon have no values left, or none that its column can hold.
///
/// @param warning the share of its range from which on it is reported
/// @param critical the share from which on little time is left
/// @param largeTable a table of this size is not rewritten at one go
public record SequenceExhaustion(double warning, double critical, Bytes largeTable) implements Rule {

    public SequenceExhaustion() {
        this(0.7, 0.9, Bytes.parse("100 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                Sequence.class,
                Table.class,
                Column.class,
                SequenceDraw.class,
                ForeignKey.class,
                PartitionedTable.class,
                ColumnDependant.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Sequence.class).stream()
                .filter(sequence -> !sequence.cycles())
                .flatMap(sequence -> SequenceRange.of(sequence, snapshot).stream())
                .filter(range -> range.used() >= warning)
                .map(range -> finding(range, snapshot));
    }

    private Finding finding(SequenceRange range, Snapshot snapshot) {
        Sequence sequence = range.sequence();
        String left = range.left() == 0
                ? "No further value can be drawn."
                : Words.count(range.left()) + " more can be drawn.";
        return finding(
                range.used() >= critical ? Severity.CRITICAL : Severity.WARNING,
                new Subject("sequence", sequence.qualifiedName().toString()),
                "sequence \"" + sequence.qualifiedName() + "\" "
                        + (range.left() == 0
                                ? "has no values left"
                                : "is at " + Words.percent(Math.floor(range.used() * 100) / 100) + " of its range"),
                "Its last value is " + Words.count(range.last()) + " and it ends at " + Words.count(range.end())
                        + ", as " + range.reason() + ". " + left,
                Evidence.of("usedPercent", Math.floor(range.used() * 1000) / 10)
                        .and("lastValue", range.last())
                        .and("end", range.end())
                        .and("left", range.left()),
                range.filled()
                                .map(it -> "Inserts into " + it.table().qualifiedName() + " that need a value fail")
                                .orElse("Whatever draws from it fails")
                        + (range.left() == 0 ? "." : " when none is left."),
                MoreValues.of(range, largeTable, snapshot));
    }
}
