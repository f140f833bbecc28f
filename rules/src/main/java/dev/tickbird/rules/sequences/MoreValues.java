// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prescribes how a sequence gets more values: where only the sequence is the limit, in a moment; where the column is,
/// by a wider type for it.
final class MoreValues {

    private MoreValues() {}

    static Remedy of(SequenceRange range, Bytes largeTable, Snapshot snapshot) {
        Sequence sequence = range.sequence();
        QualifiedName name = sequence.qualifiedName();
        if (range.isBoundByColumn() && !range.others().isEmpty()) {
            return new Remedy.Advice(
                    List.of("Give each column that it fills the type bigint, and what references it: "
                            + Stream.concat(range.filled().stream(), range.others().stream())
                                    .map(FilledColumn::toString)
                                    .collect(Collectors.joining(", "))
                            + ". Then let it go on: " + Sql.format("alter sequence %I as bigint", name) + "."),
                    watch(name));
        }
        if (range.isBoundByColumn() && range.filled().isPresent()) {
            FilledColumn filled = range.filled().get();
            return WiderColumn.of(range, filled.table(), filled.column(), largeTable, snapshot);
        }
        if (range.filled().isEmpty()) {
            return new Remedy.Advice(
                    "Find out which columns are filled from it; no column owns it. If all are of type bigint and its "
                            + "end is no rule of the business, let it go on: "
                            + Sql.format("alter sequence %I as bigint", name)
                            + (range.bound() == range.typeBound() ? "." : " no maxvalue no minvalue."));
        }
        String type = range.columnType();
        boolean typed = range.bound() == range.typeBound();
        Sql more = typed ? Sql.format("as %s", type) : bounded(type, range.columnBound(), range);
        Sql less = typed ? Sql.format("as %s", sequence.type()) : bounded(sequence.type(), range.bound(), range);
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("alter sequence %I %s", name, more))),
                List.of(Step.inTransaction(Sql.format("alter sequence %I %s", name, less))),
                Impact.locking(name, LockMode.SHARE_ROW_EXCLUSIVE),
                watch(name));
    }

    private static Sql bounded(String type, long bound, SequenceRange range) {
        return range.descends()
                ? Sql.format("as %s minvalue %s", type, bound)
                : Sql.format("as %s maxvalue %s", type, bound);
    }

    /// Shows how far it is.
    static Sql watch(QualifiedName sequence) {
        return Sql.format(
                "select last_value, max_value from pg_sequences where schemaname = %L and sequencename = %L",
                sequence.schema(), sequence.name());
    }
}
