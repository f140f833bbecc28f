// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sessions that wait, as trees. A session that waits for several stands below the first of them only.
///
/// @param count how many sessions wait
/// @param left how many of them found no room
record Waiting(List<Node> roots, int count, int left) {

    private static final int MOST = 200;

    /// A session and those that wait for it.
    ///
    /// @param session null if it was not observed
    /// @param waiting those drawn below it
    /// @param others what else it waits for
    /// @param all how many wait for it, directly or not
    record Node(int pid, @Nullable Session session, List<Node> waiting, List<Integer> others, int all) {}

    boolean isEmpty() {
        return count == 0;
    }

    static Waiting of(Snapshot snapshot) {
        Map<Integer, Session> sessions = new HashMap<>();
        snapshot.all(Session.class).forEach(session -> sessions.put(session.pid(), session));
        Map<Integer, Set<Integer>> blocked = new TreeMap<>();
        int count = 0;
        for (Session session : sessions.values()) {
            session.blockedBy()
                    .forEach(pid ->
                            blocked.computeIfAbsent(pid, it -> new TreeSet<>()).add(session.pid()));
            count += session.blockedBy().isEmpty() ? 0 : 1;
        }
        Set<Integer> drawn = new HashSet<>();
        List<Node> roots = new ArrayList<>();
        for (Integer pid : inOrder(blocked, sessions)) {
            if (!drawn.contains(pid) && drawn.size() < MOST) {
                roots.add(node(pid, 0, sessions, blocked, drawn));
            }
        }
        int seen =
                (int) drawn.stream().filter(pid -> isWaiting(sessions.get(pid))).count();
        return new Waiting(roots, count, count - seen);
    }

    /// Who waits for nobody first; what then is left waits in a circle.
    private static List<Integer> inOrder(Map<Integer, Set<Integer>> blocked, Map<Integer, Session> sessions) {
        return Stream.concat(
                        blocked.keySet().stream().filter(pid -> !isWaiting(sessions.get(pid))),
                        blocked.keySet().stream().filter(pid -> isWaiting(sessions.get(pid))))
                .toList();
    }

    private static Node node(
            int pid,
            int parent,
            Map<Integer, Session> sessions,
            Map<Integer, Set<Integer>> blocked,
            Set<Integer> drawn) {
        drawn.add(pid);
        List<Node> below = new ArrayList<>();
        for (Integer other : blocked.getOrDefault(pid, Set.of())) {
            if (!drawn.contains(other) && drawn.size() < MOST) {
                below.add(node(other, pid, sessions, blocked, drawn));
            }
        }
        @Nullable Session session = sessions.get(pid);
        List<Integer> others = session == null
                ? List.of()
                : session.blockedBy().stream().filter(it -> it != parent).toList();
        return new Node(pid, session, below, others, all(pid, blocked));
    }

    private static int all(int pid, Map<Integer, Set<Integer>> blocked) {
        Set<Integer> reached = new HashSet<>();
        List<Integer> next = new ArrayList<>(List.of(pid));
        while (!next.isEmpty()) {
            for (Integer other : blocked.getOrDefault(next.removeLast(), Set.of())) {
                if (reached.add(other)) {
                    next.add(other);
                }
            }
        }
        reached.remove(pid);
        return reached.size();
    }

    private static boolean isWaiting(@Nullable Session session) {
        return session != null && !session.blockedBy().isEmpty();
    }
}
