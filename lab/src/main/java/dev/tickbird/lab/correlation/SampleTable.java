// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.statistics.ExpressionStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.observe.Notation;
import dev.tickbird.observe.Observer;
import dev.tickbird.observe.RowSample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Drawn rows in a table of a twin, with the statistics object over them; gone when closed.
record SampleTable(Connection connection, Wanted wanted, int rows) implements AutoCloseable {

    /// How often values are there, for one combination of columns and expressions.
    ///
    /// @param once how many of them are in one row only
    record Count(long distinct, long once) {}

    private static final String SCHEMA = "tickbird_sample";

    private static final QualifiedName TABLE = new QualifiedName(SCHEMA, "sample");
    private static final QualifiedName OBJECT = new QualifiedName(SCHEMA, "statistics");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 1_000;

    static SampleTable of(Twin twin, Addition addition, RowSample.Drawn sample) throws SQLException {
        Connection connection = twin.connect();
        SampleTable table =
                new SampleTable(connection, addition.wanted(), sample.rows().size());
        try {
            connection.setAutoCommit(false);
            table.fill(Relations.of(addition.snapshot()).of(addition.table(), Column.class), sample);
            connection.commit();
            return table;
        } catch (SQLException e) {
            connection.close(); // and with it all that was not committed
            throw e;
        }
    }

    private void fill(List<Column> columns, RowSample.Drawn sample) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = pg_catalog");
            statement.execute(Notation.SET); // in which the rows were read
            statement.execute("set statement_timeout = '1min'"); // expressions may not end
            statement.execute(Sql.format("create schema %I", SCHEMA).text());
            statement.execute(Sql.format(
                            "create table %I as select %I from only %I where false",
                            TABLE, wanted.needed(), wanted.table())
                    .text());
            for (Column column : columns) {
                if (column.statisticsTarget() != null && wanted.needed().contains(column.name())) {
                    statement.execute(Sql.format(
                                    "alter table %I alter column %I set statistics %s",
                                    TABLE, column.name(), column.statisticsTarget())
                            .text());
                }
            }
            insert(sample);
            statement.execute(wanted.on(OBJECT, TABLE).text());
            statement.execute(Sql.format("analyze %I", TABLE).text());
        }
    }

    private void insert(RowSample.Drawn sample) throws SQLException {
        String places = String.join(", ", Collections.nCopies(sample.columns().size(), "?"));
        Sql sql = Sql.format("insert into %I (%I) values (%s)", TABLE, sample.columns(), places);
        try (PreparedStatement insert = connection.prepareStatement(sql.text())) {
            int waiting = 0;
            for (List<@Nullable String> row : sample.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i), Types.OTHER); // the server knows the type
                }
                insert.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /// What PostgreSQL has found in the drawn rows.
    Snapshot observed() {
        return Observer.observe(
                connection, Set.of(ExtendedStatisticsData.class, ExpressionStatistics.class), PATIENCE, _ -> {});
    }

    static boolean isOurs(String schema) {
        return schema.equals(SCHEMA);
    }

    /// @param numbers of columns from 1 on, of expressions from -1 down, as PostgreSQL counts them here
    Count count(List<Integer> numbers) throws SQLException {
        String subjects = numbers.stream()
                .map(number -> number > 0
                        ? Sql.format("%I", wanted.needed().get(number - 1)).text()
                        : "(" + wanted.expressions().get(-number - 1) + ")")
                .collect(Collectors.joining(", "));
        Sql question = Sql.format(
                "select count(*), count(*) filter (where counted.times = 1)"
                        + " from (select count(*) as times from %I group by %s) as counted",
                TABLE, subjects);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = pg_catalog");
            try (ResultSet row = statement.executeQuery(question.text())) {
                row.next();
                return new Count(row.getLong(1), row.getLong(2));
            }
        }
    }

    /// A list of most common combinations without those that are in fewer than so many rows: the most common
    /// come first.
    ExtendedStatisticsData withoutRare(ExtendedStatisticsData data, double fewest) throws SQLException {
        Sql question = Sql.format(
                """
                select kept.number, (%L::text[])[1:kept.number]::text, (%L::boolean[])[1:kept.number]::text,
                       (%L::float8[])[1:kept.number]::text, (%L::float8[])[1:kept.number]::text
                from (select count(*) as number from unnest(%L::float8[]) as known (frequency)
                      where known.frequency * %s >= %s) as kept
                """,
                text(data.mostCommonValues()),
                text(data.mostCommonNulls()),
                text(data.mostCommonFrequencies()),
                text(data.mostCommonBaseFrequencies()),
                text(data.mostCommonFrequencies()),
                rows,
                fewest);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            row.next();
            boolean some = row.getInt(1) > 0;
            return new ExtendedStatisticsData(
                    data.relation(),
                    data.schema(),
                    data.name(),
                    data.inherited(),
                    data.columns(),
                    data.distinct(),
                    data.dependencies(),
                    data.dependencyBytes(),
                    some ? row.getString(2) : null,
                    some ? row.getString(3) : null,
                    some ? row.getString(4) : null,
                    some ? row.getString(5) : null);
        }
    }

    private static String text(@Nullable String array) {
        return Optional.ofNullable(array).orElse("{}");
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            connection.rollback();
            statement.execute(
                    Sql.format("drop schema if exists %I cascade", SCHEMA).text());
            connection.commit();
        }
    }
}
