// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.finding.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// Ends statements that do not end, from outside: a `statement_timeout` the script could take off. First it cancels;
/// code that catches even that loses its session.
record TimeLimit(Stage stage, Duration limit) {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int ROWS = 1_000;

    /// Rows of an answer are thrown away, and all but the first not even fetched.
    void execute(String sql, Connection connection, int pid) throws SQLException {
        AtomicBoolean late = new AtomicBoolean();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(ROWS);
            Thread guard = Thread.ofVirtual().start(() -> guard(statement, pid, late));
            try {
                statement.execute(sql);
            } finally {
                guard.interrupt();
                guard.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PSQLException("interrupted", PSQLState.QUERY_CANCELED, e);
        } catch (SQLException e) {
            throw late.get() ? tooLong(e) : e;
        }
    }

    private PSQLException tooLong(SQLException error) {
        String time = limit.toSeconds() > 0 ? Words.duration(limit) : limit.toMillis() + " ms";
        return new PSQLException("the statement did not end within " + time, PSQLState.QUERY_CANCELED, error);
    }

    private void guard(Statement statement, int pid, AtomicBoolean late) {
        try {
            Thread.sleep(limit);
            late.set(true);
            statement.cancel();
            Thread.sleep(GRACE);
            terminate(pid);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it has ended in time
        } catch (SQLException e) {
            System.getLogger(TimeLimit.class.getName()).log(System.Logger.Level.DEBUG, "could not end a statement", e);
        }
    }

    private void terminate(int pid) throws SQLException {
        try (Connection connection = stage.connect();
                PreparedStatement end = connection.prepareStatement("select pg_catalog.pg_terminate_backend(?)")) {
            end.setInt(1, pid);
            end.execute();
        }
    }
}
