// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The sessions that build: the first does what has an order, all of them what has none.
final class Crew implements AutoCloseable {

    /// Fewer are not worth the second session.
    private static final int ENOUGH_TO_SHARE = 256;

    private static final int MOST_WORKERS = 4;

    /// OIDs of tables often come in equal steps; multiplied by this they fall evenly.
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    /// Opens one more session.
    @FunctionalInterface
    interface Hiring {
        Worker hire() throws SQLException;
    }

    private final Hiring hiring;
    private final List<Worker> workers = new ArrayList<>();

    Crew(Hiring hiring) throws SQLException {
        this.hiring = hiring;
        workers.add(hiring.hire());
    }

    List<Failure> follow(List<Piece> pieces) throws SQLException {
        return workers.getFirst().build(pieces);
    }

    List<Failure> share(List<Piece> pieces) throws SQLException {
        if (pieces.size() < ENOUGH_TO_SHARE) {
            return follow(pieces);
        }
        List<List<Piece>> shares = shares(pieces);
        try (ExecutorService threads = Executors.newFixedThreadPool(shares.size())) {
            List<Future<List<Failure>>> reports = new ArrayList<>();
            for (int i = 0; i < shares.size(); i++) {
                Worker worker = workers.get(i);
                List<Piece> share = shares.get(i);
                reports.add(threads.submit(() -> worker.build(share)));
            }
            List<Failure> failures = new ArrayList<>();
            for (Future<List<Failure>> report : reports) {
                failures.addAll(report.get());
            }
            return failures;
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while building a twin", e);
        }
    }

    private List<List<Piece>> shares(List<Piece> pieces) throws SQLException {
        int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_WORKERS);
        while (workers.size() < count) {
            workers.add(hiring.hire());
        }
        List<List<Piece>> shares = new ArrayList<>();
        workers.forEach(_ -> shares.add(new ArrayList<>()));
        pieces.forEach(piece -> shares.get(Math.floorMod(Long.hashCode(piece.group() * MIXER >>> 20), shares.size()))
                .add(piece));
        return shares;
    }

    private static SQLException rethrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException known -> throw known;
            case SQLException known -> known;
            case null, default -> new SQLException("could not build a twin", e);
        };
    }

    @Override
    public void close() throws SQLException {
        for (Worker worker : workers) {
            worker.close();
        }
    }
}
