// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// The named connections of one case; they stay open until it ends.
final class Sessions implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final TestDatabase onStandby;
    private final Map<String, Connection> connections = new LinkedHashMap<>();

    /// @param onStandby the same database on the standby; if there is none, on the only server
    Sessions(TestDatabase database, TestDatabase onStandby) {
        this.database = database;
        this.onStandby = onStandby;
    }

    void run(CaseFile.Section section) throws SQLException {
        Connection connection = connection(section.session());
        if (!section.waiting()) {
            Script.run(connection, section.sql());
            return;
        }
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        Thread.ofVirtual().start(() -> runUntilClosed(connection, section.sql()));
        awaitBlocked(pid);
    }

    /// Closes the first connection, which is opened again when it is needed, and says whether nobody is left. Whom the
    /// case has given a name, and who is in the midst of something, stays.
    boolean leave() throws SQLException {
        Connection main = connections.get(CaseFile.MAIN);
        if (main != null
                && main.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE
                && connections.size() == 1) {
            main.close();
            connections.clear();
        }
        return connections.isEmpty();
    }

    private Connection connection(String name) throws SQLException {
        if (!connections.containsKey(name)) {
            connections.put(name, (name.equals(CaseFile.STANDBY) ? onStandby : database).connect());
        }
        return connections.get(name);
    }

    private static void runUntilClosed(Connection connection, String sql) {
        try {
            Script.run(connection, sql);
        } catch (SQLException e) {
            System.getLogger(Sessions.class.getName()).log(System.Logger.Level.DEBUG, "the case ended first", e);
        }
    }

    /// The server sleeps between two looks, so that nobody spins here.
    private void awaitBlocked(int pid) throws SQLException {
        Instant deadline = Instant.now().plus(PATIENCE);
        try (Connection connection = database.connect();
                PreparedStatement look = connection.prepareStatement(
                        "select cardinality(pg_blocking_pids(?)) > 0 from pg_sleep(0.02)")) {
            look.setInt(1, pid);
            while (Instant.now().isBefore(deadline)) {
                try (ResultSet answer = look.executeQuery()) {
                    if (answer.next() && answer.getBoolean(1)) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("session " + pid + " of the case was to wait for a lock, but does not");
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.abort(Runnable::run);
        }
    }
}
