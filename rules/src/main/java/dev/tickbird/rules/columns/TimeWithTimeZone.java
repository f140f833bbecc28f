// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.stream.Stream;

/// Columns of type `time with time zone`: an offset without a day says nothing where clocks are changed.
public record TimeWithTimeZone() implements Rule {

    private static final long TIMETZ = 1266; // the OID that PostgreSQL gives the type for good

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return TypedColumns.of(snapshot, column -> column.typeOid() == TIMETZ).map(this::finding);
    }

    private Finding finding(TypedColumns typed) {
        Table table = typed.table();
        return finding(
                Severity.ADVICE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has "
                        + Words.count(typed.columns().size(), "column") + " of type time with time zone",
                typed.names() + " " + typed.verb("stores", "store")
                        + " a time of day with the offset from UTC that held when it" + " was written, and no day.",
                Evidence.of("columns", typed.columns().size()).and("names", typed.names()),
                "Half of the year the offset is another, so the same time of day is stored in two ways, sorts apart and is"
                        + " an hour off when it is converted.",
                new Remedy.Advice(
                        "For a moment, store the day with it, as timestamptz.",
                        "For a time of day, such as when a shop opens, use time, and keep the zone by name in a column of its"
                                + " own."));
    }
}
