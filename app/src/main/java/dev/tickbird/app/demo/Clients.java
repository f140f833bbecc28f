// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.demo;

import dev.tickbird.server.Script;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The company at work: sessions that do something again and again, and sessions that do one thing and stay.
/// All of them end when it is closed.
final class Clients implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Clients.class.getName());
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("demo-", 1).factory());
    private final List<Connection> connections = new ArrayList<>();
    private final List<CompletableFuture<Void>> clients = new ArrayList<>();
    private volatile boolean closed;

    /// Goes on until the end.
    void repeat(ClientScript script, Connection connection) {
        connections.add(connection);
        start(() -> {
            while (!closed) {
                Script.run(connection, script.round());
            }
        });
    }

    /// Is over when the SQL has run; the session stays open.
    void stay(String sql, Connection connection) throws SQLException {
        connections.add(connection);
        Script.run(connection, sql);
    }

    /// The same for SQL that waits for another session; does not wait for it.
    void waitFor(String sql, Connection connection) {
        connections.add(connection);
        threads.execute(() -> attempt(() -> Script.run(connection, sql)));
    }

    /// Lets them work.
    ///
    /// @throws SQLException if one of them could not
    void workFor(Duration time) throws SQLException {
        try {
            CompletableFuture.anyOf(clients.toArray(CompletableFuture[]::new))
                    .get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return; // all of them still work
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new SQLException("a client of the demo could not go on", e.getCause());
        }
    }

    private void start(Task task) {
        clients.add(CompletableFuture.runAsync(() -> attempt(task), threads));
    }

    private void attempt(Task task) {
        try {
            task.run();
        } catch (SQLException e) {
            if (!closed) {
                throw new CompletionException(e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Connection connection : connections) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "could not abort a session", e); // it ends with the server
            }
        }
        threads.shutdown();
    }

    @FunctionalInterface
    private interface Task {
        void run() throws SQLException;
    }
}
