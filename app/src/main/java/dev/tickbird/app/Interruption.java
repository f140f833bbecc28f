// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/// Ends what a connection does when the program is ended from outside, as by Ctrl-C.
///
/// A server does not notice that its client has gone until it has an answer for it, so the query under way would go on,
/// and keep its locks, for as long as it takes. It is cancelled, again and again, for a cancellation that comes between
/// two queries is lost.
final class Interruption implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Interruption.class.getName());
    private static final long PATIENCE_MILLIS = 1_000;
    private static final long BETWEEN_MILLIS = 50;

    private final PGConnection connection;
    private final Thread atExit = new Thread(this::callOff, "tickbird-interruption");
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean calledOff;

    private Interruption(PGConnection connection) {
        this.connection = connection;
    }

    /// Watches over a connection until it is closed, which comes before the connection's own close.
    static Interruption of(Connection connection) throws SQLException {
        Interruption interruption = new Interruption(connection.unwrap(PGConnection.class));
        try {
            Runtime.getRuntime().addShutdownHook(interruption.atExit);
        } catch (IllegalStateException e) { // the program ends already
            interruption.calledOff = true;
        }
        return interruption;
    }

    /// Goes no further once the program ends.
    void check() {
        if (calledOff) {
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is at its exit already, and the hook runs or has run.
        }
    }

    /// Does not wait for a server that does not answer.
    private void callOff() {
        calledOff = true;
        Thread.ofPlatform().daemon().name("tickbird-cancel").start(this::cancel);
        try {
            over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel() {
        try {
            do {
                connection.cancelQuery();
            } while (!over.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "could not cancel a query", e); // the server is gone, or does not answer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
