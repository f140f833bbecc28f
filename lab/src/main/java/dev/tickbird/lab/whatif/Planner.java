// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Words;
import dev.tickbird.server.Script;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Plans many queries over a few backends at once, each text only once.
final class Planner {

    private static final int MOST_BACKENDS = 4;

    /// A backend that is worth its start plans at least so many queries.
    private static final int FEWEST_FORMS = 16;

    private static final long BETWEEN_MILLIS = 200;

    /// What makes two plans the same.
    private record Key(String sql, boolean generic) {
        static Key of(Form form) {
            return new Key(form.sql(), form.generic());
        }
    }

    private final Map<Key, Reply> replies;

    private Planner(Map<Key, Reply> replies) {
        this.replies = replies;
    }

    /// Plans all of them with these settings.
    ///
    /// @param progress is told how far it has come
    static Planner plan(Twin twin, Map<String, String> settings, Collection<Form> forms, Consumer<String> progress) {
        Queue<Form> waiting = new ConcurrentLinkedQueue<>();
        Collection<Key> seen = new LinkedHashSet<>();
        forms.stream().filter(form -> seen.add(Key.of(form))).forEach(waiting::add);
        int backends = Math.clamp(
                Math.min(waiting.size() / FEWEST_FORMS, Runtime.getRuntime().availableProcessors()), 1, MOST_BACKENDS);
        Map<Key, Reply> replies = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(backends)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < backends; i++) {
                running.add(threads.submit(() -> work(twin, settings, waiting, replies)));
            }
            int all = seen.size();
            while (!running.isEmpty()) {
                if (await(running.getFirst())) {
                    running.removeFirst();
                }
                progress.accept("planning: " + Words.count(replies.size()) + " of " + Words.count(all, "plan"));
            }
        }
        return new Planner(replies);
    }

    private static void work(Twin twin, Map<String, String> settings, Queue<Form> waiting, Map<Key, Reply> replies) {
        try (Backend backend = Backend.of(twin, settings)) {
            for (Form form = waiting.poll(); form != null; form = waiting.poll()) {
                replies.put(Key.of(form), backend.plan(form));
            }
        } catch (SQLException e) {
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

    Reply of(Form form) {
        return Objects.requireNonNull(replies.get(Key.of(form)), form.name());
    }
}
