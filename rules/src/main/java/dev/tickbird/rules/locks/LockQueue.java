// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.locks;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.server.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One process that waits for nobody, and all that wait for it: directly, or behind one that does.
///
/// @param root its process number; 0 for prepared transactions, which have none
/// @param direct those it blocks itself
/// @param waiters all who wait, the longest first
public record LockQueue(int root, List<Session> direct, List<Session> waiters, Snapshot snapshot) {

    public static Stream<LockQueue> of(Snapshot snapshot) {
        List<Session> waiting = snapshot.all(Session.class).stream()
                .filter(session -> !session.blockedBy().isEmpty())
                .toList();
        Set<Integer> pids = waiting.stream().map(Session::pid).collect(Collectors.toSet());
        return waiting.stream()
                .flatMap(session -> session.blockedBy().stream())
                .distinct()
                .filter(pid -> !pids.contains(pid))
                .map(root -> of(root, waiting, snapshot));
    }

    private static LockQueue of(int root, List<Session> waiting, Snapshot snapshot) {
        Set<Session> found = new LinkedHashSet<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            int blocker = next.remove();
            waiting.stream()
                    .filter(session -> session.blockedBy().contains(blocker))
                    .filter(found::add)
                    .forEach(session -> next.add(session.pid()));
        }
        List<Session> waiters = found.stream()
                .sorted(Comparator.comparing((Session session) -> since(session, snapshot))
                        .thenComparingInt(Session::pid))
                .toList();
        List<Session> direct = waiters.stream()
                .filter(session -> session.blockedBy().contains(root))
                .toList();
        return new LockQueue(root, direct, waiters, snapshot);
    }

    public Optional<Session> rootSession() {
        return snapshot.all(Session.class).stream()
                .filter(session -> session.pid() == root)
                .findFirst();
    }

    /// The process numbers of all in it.
    Set<Integer> sessions() {
        return Stream.concat(Stream.of(root), waiters.stream().map(Session::pid))
                .collect(Collectors.toSet());
    }

    /// How long the first in the queue has waited.
    public Duration longestWait() {
        return Duration.between(since(waiters.getFirst(), snapshot), snapshot.takenAt());
    }

    /// The table that the first in the queue waits for, or whose row; empty if it is none of this database.
    public Optional<String> table() {
        Session first = waiters.getFirst();
        if (!snapshot.the(Server.class).database().equals(first.database())) {
            return Optional.empty();
        }
        return locks(first, snapshot)
                .filter(lock -> !lock.granted() || lock.type().equals("tuple")) // held while its writer is waited for
                .flatMap(lock -> Relations.of(snapshot).table(lock.relation()).stream())
                .map(table -> table.qualifiedName().toString())
                .findFirst();
    }

    public static Instant since(Session session, Snapshot snapshot) {
        Instant started = Objects.requireNonNullElse(session.queryStartedAt(), snapshot.takenAt());
        return locks(session, snapshot)
                .map(Lock::waitingSince)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(started);
    }

    private static Stream<Lock> locks(Session session, Snapshot snapshot) {
        return snapshot.all(Lock.class).stream().filter(lock -> Objects.equals(lock.pid(), session.pid()));
    }
}
