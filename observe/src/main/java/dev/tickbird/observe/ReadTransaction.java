// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.server.Extension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// One look at a server: a transaction that cannot write, does not wait for locks and always ends in a rollback. What
/// fails in it leaves it usable.
final class ReadTransaction implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 5_000;

    /// Always the same, for up to PostgreSQL 16 pg_stat_statements takes each name for another statement.
    private static final String SAVEPOINT = "tickbird";

    private final Connection connection;
    private final MappingThread mapping = new MappingThread();
    private @Nullable Map<String, String> schemas;

    private ReadTransaction(Connection connection) {
        this.connection = connection;
    }

    static ReadTransaction begin(Connection connection, Duration patience) throws SQLException {
        connection.setAutoCommit(false);
        ReadTransaction transaction = new ReadTransaction(connection);
        try {
            transaction.execute("set transaction isolation level repeatable read, read only");
            transaction.execute("set local lock_timeout = '1s'");
            transaction.execute("set local statement_timeout = " + patience.toMillis());
            transaction.execute("set local search_path = pg_catalog");
            transaction.execute("set local jit = off");
            transaction.execute("set local max_parallel_workers_per_gather = 0");
            return transaction;
        } catch (SQLException e) {
            transaction.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        mapping.close();
        if (!connection.isClosed()) {
            connection.rollback();
        }
    }

    /// Whether nothing more can be read after this error.
    boolean isOver(SQLException error) throws SQLException {
        return ServerErrors.isLost(error) || connection.isClosed();
    }

    <F extends Fact> List<F> rows(Class<F> fact, FactSql sql) throws SQLException {
        return records(fact, sql).all();
    }

    /// All rows of a fact, while the last of them may still be mapped.
    <F extends Fact> Records<F> records(Class<F> fact, FactSql sql) throws SQLException {
        return read(sql, result -> Records.of(fact, result, mapping));
    }

    /// What of a fact the role is not shown; empty if it is shown everything.
    Optional<Gap> hidden(Class<? extends Fact> fact, FactSql sql) throws SQLException {
        return read(sql, result -> {
            result.next();
            return result.getLong("hidden") == 0
                    ? Optional.empty()
                    : Optional.of(new Gap(
                            fact, Gap.Extent.PARTLY_SEEN, result.getString("reason"), result.getString("hint")));
        });
    }

    /// Where the objects of an extension are; empty if it is not installed in this database.
    Optional<String> schemaOf(String extension) throws SQLException {
        if (schemas == null) {
            schemas = rows(
                            Extension.class,
                            Observatory.source(Extension.class).sql(major()).orElseThrow())
                    .stream()
                    .collect(Collectors.toMap(Extension::name, Extension::schema));
        }
        return Optional.ofNullable(schemas.get(extension));
    }

    int major() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    interface Reading<T> {
        T of(ResultSet result) throws SQLException;
    }

    /// Reads again when an object vanished or was locked while the server described it; a failure does not
    /// end the transaction.
    <T> T read(FactSql sql, Reading<T> reading) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            Savepoint before = connection.setSavepoint(SAVEPOINT);
            try {
                T result = once(sql, reading);
                connection.rollback(before);
                connection.releaseSavepoint(before);
                return result;
            } catch (SQLException e) {
                if (isOver(e)) {
                    throw e;
                }
                connection.rollback(before);
                if (attempt == ServerErrors.attempts(e)) {
                    throw e;
                }
            }
        }
    }

    /// Leaves the search path as it needs it: the savepoint before it brings the old one back.
    private <T> T once(FactSql sql, Reading<T> reading) throws SQLException {
        if (sql.extension().isPresent()) {
            String schema = schemaOf(sql.extension().get()).orElseThrow();
            execute(Sql.format("set local search_path = pg_catalog, %I", schema).text());
        }
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0); // all values as text, however often it is read
            try (ResultSet result = statement.executeQuery(sql.text())) {
                return reading.of(result);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
