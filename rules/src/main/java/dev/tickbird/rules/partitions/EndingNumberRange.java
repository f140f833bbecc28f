// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.SequenceDraw;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table divided by a number that a sequence gives, whose partitions end soon: then its inserts fail.
///
/// @param share so much of the last partition must be left
public record EndingNumberRange(double share) implements Rule {

    public EndingNumberRange() {
        this(0.25);
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                Column.class,
                PartitionedTable.class,
                Partition.class,
                Sequence.class,
                SequenceDraw.class,
                ForeignKey.class);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("filled-default-partition");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Ranges.in(snapshot).stream()
                .filter(ranges -> ranges.scale() == RangeBound.Scale.NUMBER
                        && !ranges.table().partition())
                .flatMap(ranges -> sequence(ranges, snapshot).stream()
                        .flatMap(sequence -> finding(ranges, sequence, snapshot).stream()));
    }

    /// The one that fills the column, counts upwards and was drawn from.
    private static Optional<Sequence> sequence(Ranges ranges, Snapshot snapshot) {
        Table table = ranges.table();
        return Relations.of(snapshot).of(table, Column.class).stream()
                .filter(column -> column.name().equals(ranges.column()))
                .flatMap(column -> {
                    Set<Long> drawn = Relations.of(snapshot).of(table, SequenceDraw.class).stream()
                            .filter(draw -> draw.number() == column.number())
                            .map(SequenceDraw::sequence)
                            .collect(Collectors.toSet());
                    return snapshot.all(Sequence.class).stream()
                            .filter(it -> drawn.contains(it.oid())
                                    || it.identity()
                                            && Long.valueOf(table.oid()).equals(it.relation())
                                            && Integer.valueOf(column.number()).equals(it.column()));
                })
                .filter(it -> it.increment() > 0 && it.lastValue() != null && !it.cycles())
                .findFirst();
    }

    private Optional<Finding> finding(Ranges ranges, Sequence sequence, Snapshot snapshot) {
        long next = (sequence.lastValue() == null ? sequence.start() : sequence.lastValue()) + sequence.increment();
        Optional<Ranges.Part> last = ranges.at(next).map(ranges::last).or(() -> ranges.before(next));
        return last.filter(part -> part.bound().isFinite())
                .filter(part -> part.bound().to() - next <= share * part.bound().width())
                .filter(part -> next - part.bound().to() <= 2 * part.bound().width()) // else nobody draws for it
                .map(part -> finding(ranges, part, sequence, next, snapshot));
    }

    private Finding finding(Ranges ranges, Ranges.Part last, Sequence sequence, long next, Snapshot snapshot) {
        QualifiedName name = ranges.table().qualifiedName();
        long end = last.bound().to();
        long left = Math.max(0, (end - next + sequence.increment() - 1) / sequence.increment());
        boolean falls = ranges.other().isPresent();
        Severity worst = left <= last.bound().width() / 10 ? Severity.CRITICAL : Severity.WARNING;
        return finding(
                falls ? Severity.ADVICE : worst,
                Subject.table(name),
                "partitions of table \"" + name + "\" " + (left == 0 ? "have ended" : "end") + " at " + end,
                "Partition " + last.partition().qualifiedName() + " is the last one. Sequence "
                        + sequence.qualifiedName() + " gives " + next + " next, so that "
                        + (left == 0 ? "it is passed." : Words.count(left, "row") + " fit into it."),
                Evidence.of("left", left)
                        .and("end", end)
                        .and("next", next)
                        .and("default", ranges.other().map(Table::name).orElse("none")),
                ranges.other()
                        .map(it -> "Later rows go to the default partition " + it.qualifiedName()
                                + ", and a partition for them can no longer be added before they are moved.")
                        .orElse("Then inserts fail: no partition is found for the row."),
                next(ranges, last, next, snapshot));
    }

    private static Remedy next(Ranges ranges, Ranges.Part last, long next, Snapshot snapshot) {
        Table table = ranges.table();
        long from = last.bound().to();
        long to = from + last.bound().width();
        boolean fits = next < to
                && ranges.parts().stream()
                        .noneMatch(part ->
                                part.bound().from() >= from && part.bound().from() < to);
        if (!fits || ranges.isTied(last, snapshot)) {
            return AttachedPartition.byHand(ranges, last);
        }
        QualifiedName name =
                AttachedPartition.free(new QualifiedName(table.schema(), table.name() + '_' + from), snapshot);
        return AttachedPartition.all(
                List.of(new AttachedPartition(table, name, Sql.format("for values from (%L) to (%L)", from, to))));
    }
}
