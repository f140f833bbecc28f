// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Columns of type `timestamp`: they hold what a clock on the wall showed, and nobody knows on which wall.
public record TimestampWithoutTimeZone() implements Rule {

    private static final long TIMESTAMP = 1114; // the OID that PostgreSQL gives the type for good

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return TypedColumns.of(snapshot, column -> column.typeOid() == TIMESTAMP)
                .map(typed -> finding(typed.table(), typed.columns()));
    }

    private Finding finding(Table table, List<Column> columns) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String count = Words.count(columns.size(), "timestamp column");
        String change = columns.stream()
                .map(column -> Sql.format("alter column %I type timestamptz%s", column.name(), precision(column))
                        .text())
                .collect(Collectors.joining(", "));
        String cost = columns.stream().allMatch(column -> column.typeModifier() < 0)
                ? "then only indexes on these columns are built anew," // the server knows that nothing changes on disk
                : "a precision, as in timestamp(0), makes it rewrite the table";
        return finding(
                Severity.NOTE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has " + count + " without time zone",
                names + (columns.size() == 1 ? " stores" : " store")
                        + " a date and a time, but not where that time holds.",
                Evidence.of("columns", columns.size()).and("names", names),
                "Sessions in other time zones store and read other moments, differences are an hour off when the clocks "
                        + "change, and comparisons with now() depend on who asks.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Find out in which time zone the values were written; if in several, settle that first.",
                                "If in UTC, change the type in a session whose time zone is UTC; " + cost
                                        + " while nobody can read or write it: "
                                        + Sql.format(
                                                "set timezone = 'UTC'; alter table %I %s",
                                                table.qualifiedName(), change)
                                        + ".",
                                "If in another, add \"using … at time zone '…'\" for each column; this rewrites the "
                                        + "table while nobody can read or write it.",
                                "Keep the type where a local time is meant, such as an opening hour."),
                        null));
    }

    private static String precision(Column column) {
        return column.typeModifier() < 0 ? "" : "(" + column.typeModifier() + ")";
    }
}
