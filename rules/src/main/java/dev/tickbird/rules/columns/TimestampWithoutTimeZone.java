// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Identifier;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Columns of type `timestamp`: they hold what a clock on the wall showed, and nobody knows on which wall.
///
/// @param manyTables in a schema with so many such tables it is a habit, which is told once
public record TimestampWithoutTimeZone(int manyTables) implements Rule {

    public TimestampWithoutTimeZone() {
        this(5);
    }

    private static final String IMPACT =
            "Sessions in other time zones store and read other moments, differences are an "
                    + "hour off when the clocks change, and comparisons with now() depend on who asks.";

    private static final long TIMESTAMP = 1114; // the OID that PostgreSQL gives the type for good

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return TypedColumns.of(snapshot, column -> column.typeOid() == TIMESTAMP)
                .collect(Collectors.groupingBy(typed -> typed.table().schema(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(schema -> schema.getValue().size() < manyTables
                        ? schema.getValue().stream().map(typed -> finding(typed.table(), typed.columns()))
                        : Stream.of(habit(schema.getKey(), schema.getValue())));
    }

    /// Frameworks make all of their columns so, and keep the time of UTC in them.
    private Finding habit(String schema, List<TypedColumns> tables) {
        long columns =
                tables.stream().mapToLong(typed -> typed.columns().size()).sum();
        String names = tables.stream().map(typed -> typed.table().name()).collect(Collectors.joining(", "));
        return finding(
                Severity.NOTE,
                new Subject("schema", Identifier.quoted(schema)),
                Words.count(tables.size(), "table") + " of schema \"" + schema
                        + "\" have timestamp columns without time " + "zone",
                Words.count(columns, "column") + " of these tables store a date and a time, but not where that time "
                        + "holds: " + names + ".",
                Evidence.of("tables", tables.size()).and("columns", columns).and("names", names),
                IMPACT,
                new Remedy.Advice(
                        "If everything that writes them agrees on UTC, as many frameworks do, leave them, and see that "
                                + "every session that compares them with now() has TimeZone = 'UTC'.",
                        "Have the framework make new columns as timestamptz, and change the old ones when their tables "
                                + "are changed anyway."));
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
                IMPACT,
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
