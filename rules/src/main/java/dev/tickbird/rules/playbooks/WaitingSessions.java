// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.connections.EndOfPreparedTransaction;
import dev.tickbird.rules.connections.EndOfSession;
import dev.tickbird.rules.locks.LockQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Sessions wait for locks: the one at the root of each tree is ended, none of those that wait.
record WaitingSessions() implements Playbook {

    /// Whoever waits this long is no longer served in time.
    private static final Duration LONG = Duration.ofSeconds(5);

    private static final int LINES = 12;
    private static final int ROOTS = 3;
    private static final int QUERY = 46;

    private static final Sql AGAIN =
            Sql.format("select pid, pg_blocking_pids(pid) as blocked_by, now() - query_start as"
                    + " runs_for, left(query, 60) as query from pg_stat_activity where wait_event_type = 'Lock' order by"
                    + " query_start");

    @Override
    public List<String> never() {
        return List.of(
                "Do not end the sessions that wait: they are victims, and the next ones queue up behind the same root.",
                "Do not call pg_terminate_backend where pg_cancel_backend is enough: it ends the connection, too.",
                "Never \"kill -9\" a server process: the server then ends every session and recovers from its WAL.",
                "Do not restart the server for a lock: it takes longer, and a prepared transaction survives it.");
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(Session.class, Lock.class, PreparedTransaction.class, Table.class);
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        List<LockQueue> queues = LockQueue.of(scene.snapshot())
                .filter(queue -> queue.root() == 0 || queue.rootSession().isPresent()) // else it has gone meanwhile
                .sorted(Comparator.comparingInt(
                                (LockQueue queue) -> -queue.waiters().size())
                        .thenComparingInt(LockQueue::root))
                .toList();
        List<Sign> signs =
                new ArrayList<>(queues.stream().map(queue -> sign(queue, scene)).toList());
        Set<Integer> waiting = waiting(scene);
        queues.forEach(queue -> queue.waiters().forEach(waiter -> waiting.remove(waiter.pid())));
        if (!waiting.isEmpty()) {
            signs.add(unexplained(waiting));
        }
        return scene.diagnosis(signs, numbers(scene, queues), measures(queues, scene));
    }

    /// Whoever has waited for a moment only may be served in the next one: then a second look comes first.
    private static List<Measure> measures(List<LockQueue> queues, Scene scene) {
        List<Measure> measures = new ArrayList<>();
        queues.stream().limit(ROOTS).forEach(queue -> end(queue, scene, measures));
        Measure again = Measure.look(
                queues.isEmpty()
                        ? "Look again while it is slow: a lock that is held for a moment is not seen by one look."
                        : "Look again whether anybody still waits.",
                AGAIN);
        measures.add(queues.stream().anyMatch(WaitingSessions::isLong) ? measures.size() : 0, again);
        if (!queues.isEmpty()) {
            measures.add(
                    Measure.words("Afterwards, give whoever changes tables a lock_timeout of a few seconds, and the"
                            + " applications an idle_in_transaction_session_timeout, so that no tree grows again."));
        }
        return measures;
    }

    private static boolean isLong(LockQueue queue) {
        return queue.longestWait().compareTo(LONG) >= 0;
    }

    /// Everybody may see that a lock is waited for, even where the sessions are hidden.
    private static Set<Integer> waiting(Scene scene) {
        return scene.all(Lock.class).stream()
                .filter(lock -> !lock.granted())
                .map(Lock::pid)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Sign unexplained(Set<Integer> pids) {
        return Sign.of(
                Sign.Weight.SIGN,
                Words.count(pids.size(), "session") + (pids.size() == 1 ? " waits" : " wait")
                        + " for a lock, and who holds it is not seen",
                "Either what they do is hidden from the examining role, or they wait in a circle, which the server ends"
                        + " after deadlock_timeout, or it was over a moment later. A superuser or a member of"
                        + " pg_read_all_stats sees who blocks whom.",
                Evidence.of("waitingSessions", pids.size()));
    }

    private static Sign sign(LockQueue queue, Scene scene) {
        int all = queue.waiters().size();
        String table = queue.table()
                .map(it -> " The first waits for table " + it + ".")
                .orElse("");
        return Sign.of(
                        Sign.Weight.of(isLong(queue)),
                        name(queue, scene) + " keeps " + Words.count(all, "other session") + " waiting, the first for "
                                + Words.duration(queue.longestWait()),
                        queue.rootSession()
                                        .map(session -> EndOfSession.story(session, scene.snapshot()) + ".")
                                        .orElse("It is neither committed nor rolled back.")
                                + table,
                        Evidence.of("waitingSessions", all)
                                .and("longestWaitSeconds", queue.longestWait().toSeconds())
                                .and("root", queue.root()))
                .with(tree(queue, scene));
    }

    private static String name(LockQueue queue, Scene scene) {
        return queue.root() != 0
                ? "session " + queue.root()
                : "prepared transaction "
                        + scene.all(PreparedTransaction.class).stream()
                                .map(prepared -> '"' + prepared.identifier() + '"')
                                .collect(Collectors.joining(" or "));
    }

    private static List<String> tree(LockQueue queue, Scene scene) {
        List<String> lines = new ArrayList<>();
        lines.add(queue.rootSession().map(Scene::name).orElse("prepared transaction"));
        branch(queue.root(), "  ", queue, scene, lines, new HashSet<>());
        if (lines.size() <= LINES) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, LINES));
        shown.add("  and " + Words.count(lines.size() - LINES) + " more");
        return shown;
    }

    private static void branch(
            int blocker, String indent, LockQueue queue, Scene scene, List<String> lines, Set<Integer> told) {
        for (Session waiter : queue.waiters()) {
            if (waiter.blockedBy().contains(blocker) && told.add(waiter.pid())) {
                lines.add(indent + "<- " + waiter.pid() + ", "
                        + scene.age(LockQueue.since(waiter, scene.snapshot())) + ": "
                        + Scene.shortened(waiter.query(), QUERY));
                branch(waiter.pid(), indent + "  ", queue, scene, lines, told);
            }
        }
    }

    private static void end(LockQueue queue, Scene scene, List<Measure> measures) {
        queue.rootSession()
                .ifPresentOrElse(
                        root -> end(root, queue, measures),
                        () -> scene.all(PreparedTransaction.class)
                                .forEach(prepared -> measures.add(Measure.of(
                                        "prepared transaction \"" + prepared.identifier() + "\"",
                                        EndOfPreparedTransaction.of(prepared),
                                        "",
                                        ""))));
    }

    private static void end(Session root, LockQueue queue, List<Measure> measures) {
        switch (root.kind()) {
            case "autovacuum worker" ->
                measures.add(
                        Measure.words("Process " + root.pid() + " is a vacuum that does not give way, for it prevents"
                                + " wraparound. Let it finish, and cancel the statement that waits for it: ended, it would begin"
                                + " again at once."));
            case "startup" ->
                measures.add(
                        Measure.words("Process " + root.pid() + " replays WAL, and holds the lock that a transaction on"
                                + " the primary has taken, until that one ends: run this playbook there."));
            case "logical replication worker",
                    "logical replication apply worker",
                    "logical replication parallel worker" ->
                measures.add(
                        Measure.words("Process " + root.pid() + " applies what a publisher sends, and would begin again"
                                + " at once: run \"tickbird emergency replication\", and see what it waits for."));
            default -> endClient(root, queue, measures);
        }
    }

    private static void endClient(Session root, LockQueue queue, List<Measure> measures) {
        boolean active = "active".equals(root.state());
        String free = " Then " + Words.count(queue.direct().size(), "session") + " directly behind it "
                + (queue.direct().size() == 1 ? "goes" : "go") + " on.";
        measures.add(Measure.of(
                "session " + root.pid(),
                EndOfSession.of(root),
                active
                        ? "Cancel the statement of session " + root.pid()
                                + ", at the root, if it is not worth the wait: its" + " work up to now is lost."
                        : "End session " + root.pid() + ", at the root. It runs nothing that could be cancelled.",
                (active
                                ? "Its statement fails, and its client is told. If the client does not roll back, the locks"
                                        + " stay: see the next step."
                                : "What it has not committed is rolled back, and its client loses the connection.")
                        + free));
        if (active && root.startedAt() != null) {
            measures.add(Measure.end(
                    "If session " + root.pid() + " still keeps its locks after some seconds, end it.",
                    "What it has not committed is rolled back, and its client loses the connection.",
                    Sql.format(
                            "select pg_terminate_backend(pid) from pg_stat_activity where pid = %s and backend_start = %L",
                            root.pid(), root.startedAt())));
        }
    }

    private static List<String> numbers(Scene scene, List<LockQueue> queues) {
        long waiting = queues.stream()
                .flatMap(queue -> queue.waiters().stream())
                .map(Session::pid)
                .distinct()
                .count();
        List<String> numbers = new ArrayList<>();
        numbers.add(Words.count(waiting) + " of " + Words.count(scene.clients().size(), "session")
                + " of clients wait for others, at " + Words.count(queues.size(), "root"));
        numbers.addAll(scene.hidden());
        numbers.add(scene.count(Lock.class, "lock") + " and "
                + scene.count(PreparedTransaction.class, "prepared transaction") + " are there");
        return numbers;
    }
}
