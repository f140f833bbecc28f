// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.server.Extension;
import dev.tickbird.model.statistics.StatementText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// One look at a server: a transaction that cannot write, does not wait for locks and always ends in a rollback. What
/// fails in it leaves it usable. What would keep thousands of locks until its end is read after it, in more of
/// its kind.
final class ReadTransaction implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 5_000;

    /// Always the same, for up to PostgreSQL 16 pg_stat_statements takes each name for another statement.
    private static final String SAVEPOINT = "tickbird";

    /// Who may, keeps what is read here out of pg_stat_statements; no row comes where that is not loaded.
    private static final String UNCOUNTED = """
            select set_config(setting.name, 'none', true)
            from pg_catalog.pg_settings as setting
            where setting.name = 'pg_stat_statements.track'
              and current_setting('is_superuser')::bool""";

    private final Connection connection;
    private final Duration patience;
    private final MappingThread mapping = new MappingThread();
    private @Nullable Map<String, String> schemas;

    private ReadTransaction(Connection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    static ReadTransaction begin(Connection connection, Duration patience) throws SQLException {
        connection.setAutoCommit(false);
        ReadTransaction transaction = new ReadTransaction(connection, patience);
        try {
            transaction.restrict();
            return transaction;
        } catch (SQLException e) {
            transaction.close();
            throw e;
        }
    }

    /// All in one message, for the server may be far away. What counts statements is silenced as soon as no object of a
    /// user's can stand in for those that are named.
    private void restrict() throws SQLException {
        execute(String.join(
                StatementText.MARK + ";\n",
                "set transaction isolation level repeatable read, read only",
                "set local search_path = pg_catalog",
                UNCOUNTED,
                Notation.SET,
                "set local lock_timeout = '1s'",
                "set local statement_timeout = " + patience.toMillis(),
                "set local jit = off",
                "set local max_parallel_workers_per_gather = 0"));
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

    /// All rows of a fact that keeps its locks: piece after piece, each in a transaction of its own with the same
    /// limits. The look that began before ends.
    <F extends Fact> List<F> pieces(Class<F> fact, FactSql sql) throws SQLException {
        List<F> all = new ArrayList<>();
        Optional<String> last = Optional.of("0");
        while (last.isPresent()) {
            connection.rollback();
            restrict();
            execute(Sql.format("select set_config('tickbird.after', %L, true)", last.get())
                    .text()); // not with set: up to PostgreSQL 16 pg_stat_statements would keep each OID
            Records<F> piece = records(fact, sql);
            all.addAll(piece.all());
            last = piece.lastKey();
        }
        return all;
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

    /// Reads with row security off: the server then refuses what it would else answer in part.
    <T> T everyRow(Sql query, Reading<T> reading) throws SQLException {
        execute("set local row_security = off");
        return read(new FactSql(query.text()), reading);
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
            try (ResultSet result = statement.executeQuery(sql.text() + StatementText.MARK)) {
                return reading.of(result);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql + StatementText.MARK);
        }
    }
}
