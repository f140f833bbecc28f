// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import java.util.Optional;

/// A sequence that has been drawn from, and how far it can go: to its own bound or to that of its column's type,
/// whichever comes first.
///
/// @param last the value drawn last
/// @param table the table that owns it
/// @param column the column that owns it
record SequenceRange(Sequence sequence, long last, Optional<Table> table, Optional<Column> column) {

    private static final long SMALLINT = 21; // the OIDs that PostgreSQL gives the types for good
    private static final long INTEGER = 23;

    /// Empty if nothing was drawn yet or the last value cannot be seen.
    static Optional<SequenceRange> of(Sequence sequence, Relations relations) {
        Optional<Table> table = relations.table(sequence.relation());
        Optional<Column> column = table.flatMap(it -> relations.of(it, Column.class).stream()
                .filter(each -> Integer.valueOf(each.number()).equals(sequence.column()))
                .findFirst());
        return Optional.ofNullable(sequence.lastValue()).map(last -> new SequenceRange(sequence, last, table, column));
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
        long type = column.map(Column::typeOid).orElse(0L);
        return type == SMALLINT ? "smallint" : type == INTEGER ? "integer" : "bigint";
    }

    private long end(String type) {
        long largest = switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        return descends() ? -largest - 1 : largest;
    }

    boolean isBoundByColumn() {
        return descends() ? columnBound() >= bound() : columnBound() <= bound();
    }

    long end() {
        return isBoundByColumn() ? columnBound() : bound();
    }

    /// The share of the values between its beginning and its end that are gone.
    double used() {
        double beginning = descends() ? sequence.maximum() : sequence.minimum();
        return Math.min(1, (last - beginning) / (end() - beginning));
    }

    /// How many values can still be drawn.
    long left() {
        double values = ((double) end() - last) / sequence.increment();
        return Math.max(0, (long) values);
    }

    /// Why it ends there.
    String reason() {
        if (isBoundByColumn() && table.isPresent() && column.isPresent()) {
            return "column " + column.get().name() + " of " + table.get().qualifiedName() + " is of type "
                    + column.get().type();
        }
        return bound() == typeBound()
                ? "it is of type " + sequence.type()
                : "that is its own " + (descends() ? "minimum" : "maximum");
    }
}
