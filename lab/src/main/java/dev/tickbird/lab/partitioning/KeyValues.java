// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values that a column plausibly has, in a temporary table: the most common ones, each with the share of the rows that
/// have it, and values between the bounds of the histogram, each with a little of the share that lies there.
///
/// @param type as SQL names it, with its collation
record KeyValues(String type, Scale scale) {

    /// How many values are made between two bounds.
    private static final int POINTS = 300;

    private static final String BETWEEN = """
            insert into pg_temp.tickbird_known
            with bound as (
                select known.place, known.value, %s as number
                from unnest(%L::%s[]) with ordinality as known (value, place)
            ), grain as ( -- null if the values come in no steps
                select max(size.size) as size
                from unnest(%L::numeric[]) as size (size)
                where not exists (select from bound where bound.number %% size.size <> 0)
            ), bucket as (
                select bound.place, bound.value, bound.number,
                       lead(bound.number) over (order by bound.place) - bound.number as width,
                       count(*) over () - 1 as buckets
                from bound
            ), point as (
                select bucket.place, bucket.value, bucket.buckets,
                       case when grain.size is null then exact.number
                            else floor(exact.number / grain.size) * grain.size end as number
                from bucket
                cross join grain
                cross join generate_series(1, case when bucket.width is null then 1 else %s end) as step
                cross join lateral (
                    select bucket.number + coalesce(bucket.width, 0) * (step - 0.5) / %s) as exact (number)
                where bucket.place <= bucket.buckets
            ), made as (
                select point.place, point.buckets, coalesce((%s)::%s, point.value) as value
                from point
            )
            select made.value, %s / made.buckets / count(*) over (partition by made.place), false
            from made
            where not exists (select from pg_temp.tickbird_known as known where known.value = made.value)
            union all
            select bound.value, %s, false
            from bound
            where bound.place in (1, (select max(last.place) from bound as last))
            """;

    private static final String IN_ORDER = """
            select known.value::text, sum(known.weight), bool_or(known.common)
            from pg_temp.tickbird_known as known
            where known.value is not null
            group by known.value
            order by known.value
            """;

    /// Makes the table and fills it.
    ///
    /// @param rows of the table
    static KeyValues make(
            Connection connection, Column column, ColumnStatistics known, Optional<ColumnEnds> ends, double rows)
            throws SQLException {
        Scale scale = Scale.of(column.baseType());
        String collation = column.collation() == null ? "" : " collate " + column.collation();
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists pg_temp.tickbird_known");
            statement.execute(Sql.format(
                            "create temporary table tickbird_known"
                                    + " (value %s%s, weight double precision, common boolean)",
                            column.type(), collation)
                    .text());
            fill(statement, column, known, ends, 1 / Math.max(1, rows));
            statement.execute("analyze pg_temp.tickbird_known");
        }
        return new KeyValues(column.type() + collation, scale);
    }

    /// @param little the share of one row
    private static void fill(
            Statement statement, Column column, ColumnStatistics known, Optional<ColumnEnds> ends, double little)
            throws SQLException {
        Scale scale = Scale.of(column.baseType());
        double rest = 1
                - known.nullFraction()
                - known.frequencies().stream().mapToDouble(Double::doubleValue).sum();
        statement.execute(Sql.format(
                        "insert into pg_temp.tickbird_known select known.value, known.weight, true"
                                + " from unnest(%L::%s[], %L::float8[]) as known (value, weight)",
                        array(known.mostCommonValues()), column.type(), array(known.mostCommonFrequencies()))
                .text());
        statement.execute(Sql.format(
                        BETWEEN,
                        scale.number(),
                        array(known.histogramBounds()),
                        column.type(),
                        scale.grains(),
                        POINTS,
                        (double) POINTS,
                        scale.value(),
                        column.type(),
                        Math.max(0, rest),
                        little)
                .text());
        if (ends.isPresent()) {
            statement.execute(Sql.format(
                            "insert into pg_temp.tickbird_known values (%L, %s, false), (%L, %s, false)",
                            ends.get().lowest(), little, ends.get().highest(), little)
                    .text());
        }
        if (known.nullFraction() > 0) {
            statement.execute(
                    Sql.format("insert into pg_temp.tickbird_known values (null, %s, false)", known.nullFraction())
                            .text());
        }
    }

    /// All of them, with the share of the rows that have each; without nulls.
    List<Part.Value> inOrder(Connection connection) throws SQLException {
        List<Part.Value> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IN_ORDER)) {
            while (row.next()) {
                values.add(new Part.Value(row.getString(1), row.getDouble(2), row.getBoolean(3)));
            }
        }
        return values;
    }

    private static String array(@Nullable String text) {
        return Objects.requireNonNullElse(text, "{}");
    }
}
