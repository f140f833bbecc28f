// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Sequence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A sequence that has been drawn from, and how far it can go: to its own bound or to that of its column's type,
/// whichever comes first.
///
/// @param last the value drawn last
/// @param filled the column that it fills; of several the one that holds least
/// @param others further columns that it fills and that hold less than a sequence can give
record SequenceRange(Sequence sequence, long last, Optional<FilledColumn> filled, List<FilledColumn> others) {

    SequenceRange {
        others = List.copyOf(others);
    }

    /// Empty if nothing was drawn yet or the last value cannot be seen.
    static Optional<SequenceRange> of(Sequence sequence, Snapshot snapshot) {
        List<FilledColumn> filled = FilledColumn.of(sequence, snapshot).stream()
                .sorted(Comparator.comparingLong(it -> largest(it.type())))
                .toList();
        return Optional.ofNullable(sequence.lastValue())
                .map(last -> new SequenceRange(
                        sequence,
                        last,
                        filled.stream().findFirst(),
                        filled.stream().skip(1).filter(FilledColumn::isNarrow).toList()));
    }

    boolean descends() {
        return sequence.increment() < 0;
    }

    /// Where it ends on its own.
    long bound() {
        return descends() ? sequence.minimum() : sequence.maximum();
    }

    /// Where its own type ends.
    long typeBound() {
        return end(sequence.type());
    }

    /// Where its column's type ends.
    long columnBound() {
        return end(columnType());
    }

    /// The sequence type that reaches as far as the column does; other columns hold more than any sequence gives.
    String columnType() {
        return filled.map(FilledColumn::type).orElse("bigint");
    }

    private static long largest(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private long end(String type) {
        return descends() ? -largest(type) - 1 : largest(type);
    }

    boolean isBoundByColumn() {
        return descends() ? columnBound() >= bound() : columnBound() <= bound();
    }

    long end() {
        return isBoundByColumn() ? columnBound() : bound();
    }

    /// How far it is: the share of the values from its beginning to its end that it has passed, drawn or not.
    double used() {
        double beginning = descends() ? sequence.maximum() : sequence.minimum();
        return Math.min(1, (Math.abs(last - beginning) + 1) / (Math.abs(end() - beginning) + 1));
    }

    /// How many values can still be drawn.
    long left() {
        double values = ((double) end() - last) / sequence.increment();
        return Math.max(0, (long) values);
    }

    /// Why it ends there.
    String reason() {
        if (isBoundByColumn() && filled.isPresent()) {
            Column column = filled.get().column();
            return "column " + column.name() + " of " + filled.get().table().qualifiedName() + " is of type "
                    + column.type();
        }
        return bound() == typeBound()
                ? "it is of type " + sequence.type()
                : "that is its own " + (descends() ? "minimum" : "maximum");
    }
}
