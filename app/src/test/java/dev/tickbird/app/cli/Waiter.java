// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.server.Script;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// A session that does or keeps something while the test goes on, and may be ended by it.
final class Waiter implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestDatabase database;
    private final Connection connection;
    private final int pid;

    Waiter(TestDatabase database) throws SQLException {
        this.database = database;
        connection = database.connect();
        pid = number(connection, "select pg_backend_pid()");
    }

    /// Returns when the server shows that the statement waits, or sleeps.
    void begin(String sql) throws SQLException, InterruptedException {
        Thread.ofVirtual().start(() -> {
            try {
                Script.run(connection, sql);
            } catch (SQLException e) {
                System.getLogger("test").log(System.Logger.Level.DEBUG, "the case ended first", e);
            }
        });
        Instant deadline = Instant.now().plus(PATIENCE);
        try (Connection looking = database.connect()) {
            while (number(
                            looking,
                            "select count(*) from pg_stat_activity where wait_event_type in ('Lock', 'Timeout',"
                                    + " 'IPC') and state = 'active' and pid = " + pid)
                    == 0) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError("it does not wait: " + sql);
                }
                Thread.sleep(20);
            }
        }
    }

    /// Returns when it is done.
    void run(String sql) throws SQLException {
        Script.run(connection, sql);
    }

    int pid() {
        return pid;
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getInt(1);
        }
    }

    /// Ends what it does, too, if nobody has done that before.
    @Override
    public void close() throws SQLException {
        try (Connection ending = database.connect()) {
            number(ending, "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid = " + pid);
        }
        connection.abort(Runnable::run);
    }
}
