// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.Script;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/// The few backends of a planner, which are opened when there is enough to do for them, and stay.
final class Backends implements AutoCloseable {

    private static final int MOST = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /// A backend that is worth its start plans at least so many queries.
    private static final int FEWEST_FORMS = 16;

    private static final long BETWEEN_MILLIS = 200;

    private final Twin twin;
    private final int most;
    private final List<Backend> open = new ArrayList<>();

    private Backends(Twin twin, int most) {
        this.twin = twin;
        this.most = most;
    }

    static Backends of(Twin twin) {
        return new Backends(twin, MOST);
    }

    /// One alone, of which is known what it does when the server ends.
    static Backends single(Twin twin) {
        return new Backends(twin, 1);
    }

    /// One with the twin's own settings.
    Backend first() throws SQLException {
        open(1);
        open.getFirst().take(Map.of());
        return open.getFirst();
    }

    private void open(int count) throws SQLException {
        open.removeIf(Backend::isClosed);
        while (open.size() < count) {
            open.add(Backend.of(twin));
        }
    }

    /// Plans all of them.
    ///
    /// @param answer is given each plan, by several threads
    /// @param progress is told now and then how many there are
    <Q> void plan(
            Map<Q, Form> forms,
            Map<String, String> settings,
            BiConsumer<Q, Backend.Planning> answer,
            IntConsumer progress)
            throws SQLException {
        int count = Math.clamp(forms.size() / FEWEST_FORMS, 1, most);
        open(count);
        Queue<Map.Entry<Q, Form>> waiting = new ConcurrentLinkedQueue<>(forms.entrySet());
        Queue<String> lost = new ConcurrentLinkedQueue<>();
        AtomicInteger done = new AtomicInteger();
        BiConsumer<Q, Backend.Planning> counted = (question, planning) -> {
            answer.accept(question, planning);
            done.incrementAndGet();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<?>> running = new ArrayList<>();
            for (Backend backend : open.subList(0, count)) {
                running.add(threads.submit(() -> work(backend, settings, waiting, counted, lost)));
            }
            while (!running.isEmpty()) {
                if (await(running.getFirst())) {
                    running.removeFirst();
                }
                progress.accept(done.get());
            }
        }
        if (!lost.isEmpty()) {
            throw new Crash(lost);
        }
    }

    /// @param planned is given what was being planned when the server ended: one that crashes takes all with it
    private static <Q> void work(
            Backend backend,
            Map<String, String> settings,
            Queue<Map.Entry<Q, Form>> waiting,
            BiConsumer<Q, Backend.Planning> answer,
            Queue<String> planned) {
        String name = "";
        try {
            backend.take(settings);
            for (Map.Entry<Q, Form> next = waiting.poll(); next != null; next = waiting.poll()) {
                name = next.getValue().name();
                answer.accept(next.getKey(), backend.plan(next.getValue()));
            }
        } catch (SQLException e) {
            if (backend.isClosed() && !name.isEmpty()) {
                planned.add(name);
                waiting.clear();
                return;
            }
            throw TickbirdException.target("could not plan on the twin: " + Script.refusal(e), null, e);
        }
    }

    /// Whether it has ended, for now and then somebody wants to know how it goes.
    private static boolean await(Future<?> work) {
        try {
            work.get(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TickbirdException known) {
                throw known;
            }
            throw new IllegalStateException("could not plan", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TickbirdException.target("planning was interrupted", null, e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Backend backend : open) {
            backend.close();
        }
    }
}
