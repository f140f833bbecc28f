// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.connections.ConnectionExhaustion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The connections run out: whoever holds one and does nothing with it goes first.
record ExhaustedConnections() implements Playbook {

    private static final int LINES = 6;

    /// Of these, the longest that hits somebody is proposed: who has been idle longest is missed least.
    private static final List<Duration> AGES =
            List.of(Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofSeconds(5));

    static final List<String> NEVER = List.of(
            "Do not just raise max_connections: it needs a restart, each connection takes memory, and more sessions than"
                    + " processors get less done, not more.",
            "Do not restart the server to get rid of sessions: the applications come back at once, all together, to an"
                    + " empty cache.",
            "Never \"kill -9\" a server process: the server then ends every session and recovers from its WAL.",
            "Do not let the applications use the reserved connections as a superuser: then nobody gets in to help.");

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(Session.class, Setting.class);
    }

    @Override
    public List<Rule> rules() {
        return List.of(new ConnectionExhaustion());
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        List<Sign> signs = new ArrayList<>(scene.findings().stream()
                .map(it -> Sign.of(it).with(holders(scene)))
                .toList());
        List<Session> forgotten = forgotten(scene);
        if (!forgotten.isEmpty()) {
            signs.add(idleInTransaction(forgotten, scene));
        }
        List<Measure> measures = new ArrayList<>();
        end("idle in transaction%", "sessions that are idle in a transaction", forgotten(scene), scene, measures);
        if (!scene.findings().isEmpty()) {
            end("idle", "sessions that are idle", in("idle", scene), scene, measures);
            measures.add(Measure.words("If most are active, they do not run out of connections but of time: see"
                    + " \"tickbird emergency locks\" and \"tickbird emergency slow\"."));
            measures.add(limit(scene));
            measures.add(
                    Measure.words("Afterwards, put a pooler such as PgBouncer between the applications and the server,"
                            + " or make their pools smaller: all pools together must fit below the limit."));
        } else {
            measures.add(
                    Measure.words("Clients that are refused nevertheless may be refused by a pooler, or by the limit"
                            + " of their own pool: their error message says by whom."));
        }
        return new Diagnosis(scene.emergency(), signs, numbers(scene), measures, NEVER);
    }

    private static List<Session> in(String state, Scene scene) {
        return scene.clients().stream()
                .filter(session -> state.equals(session.state()))
                .sorted(Comparator.comparing(session -> Objects.requireNonNullElse(
                        session.stateChangedAt(), scene.snapshot().takenAt())))
                .toList();
    }

    /// Young ones are between two statements, as is usual.
    private static List<Session> forgotten(Scene scene) {
        return scene.clients().stream()
                .filter(Scene::isIdleInTransaction)
                .filter(session -> scene.since(session.stateChangedAt()).compareTo(AGES.getLast()) >= 0)
                .sorted(Comparator.comparing(session -> Objects.requireNonNullElse(
                        session.stateChangedAt(), scene.snapshot().takenAt())))
                .toList();
    }

    private static Sign idleInTransaction(List<Session> sessions, Scene scene) {
        Session oldest = sessions.getFirst();
        return Sign.of(
                        false,
                        Words.count(sessions.size(), "session")
                                + (sessions.size() == 1 ? " is" : " are") + " idle in a transaction, the oldest for "
                                + scene.age(oldest.stateChangedAt()),
                        "Each holds a connection and its locks, and does nothing with them.",
                        Evidence.of("sessions", sessions.size())
                                .and(
                                        "oldestSeconds",
                                        scene.since(oldest.stateChangedAt()).toSeconds()))
                .with(sessions.stream()
                        .limit(LINES)
                        .map(session -> Scene.name(session) + ", " + scene.age(session.stateChangedAt()) + ": "
                                + Scene.shortened(session.query(), 40))
                        .toList());
    }

    /// Who has them: `12 app/web idle`.
    private static List<String> holders(Scene scene) {
        Map<String, Long> counts = scene.clients().stream()
                .collect(Collectors.groupingBy(
                        session -> session.role() + (session.application().isEmpty() ? "" : "/" + session.application())
                                + ", " + Objects.requireNonNullElse(session.state(), "state not visible"),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(LINES)
                .map(entry -> Words.count(entry.getValue()) + " of " + entry.getKey())
                .toList();
    }

    /// @param state as `like` compares it
    private static void end(String state, String who, List<Session> sessions, Scene scene, List<Measure> measures) {
        AGES.stream()
                .filter(age -> count(sessions, age, scene) > 0)
                .findFirst()
                .ifPresent(age -> measures.add(Measure.sql(
                        "End " + who + " for " + Words.duration(age) + " or longer: "
                                + Words.count(count(sessions, age, scene)) + " of them now.",
                        state.equals("idle")
                                ? "They hold no transaction, so nothing is lost; a pool notices a closed connection and"
                                        + " opens another."
                                : "What they have not committed is rolled back, their locks go, and their clients lose the"
                                        + " connection.",
                        "It cannot be undone, and need not be: their clients connect again.",
                        Sql.format(
                                "select pid, usename, application_name, pg_terminate_backend(pid) from pg_stat_activity"
                                        + " where backend_type = 'client backend' and state like %L and state_change <="
                                        + " now() - interval %L and pid <> pg_backend_pid()",
                                state, Words.duration(age)))));
    }

    private static long count(List<Session> sessions, Duration age, Scene scene) {
        return sessions.stream()
                .filter(session -> scene.since(session.stateChangedAt()).compareTo(age) >= 0)
                .count();
    }

    private static Measure limit(Scene scene) {
        Map<String, Long> roles = scene.clients().stream()
                .filter(session -> session.role() != null)
                .collect(Collectors.groupingBy(session -> String.valueOf(session.role()), Collectors.counting()));
        Map.Entry<String, Long> most = roles.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        return Measure.sql(
                "If role \"" + most.getKey() + "\", which has " + Words.count(most.getValue())
                        + " of them, comes back with as many, limit it, so that others get in. No limit holds for a"
                        + " superuser.",
                "New sessions of the role beyond the limit are refused; those that are there stay.",
                "Run: " + Sql.format("alter role %I connection limit -1", most.getKey()) + ".",
                Sql.format("alter role %I connection limit %s", most.getKey(), Math.max(1, most.getValue() / 2)));
    }

    private static List<String> numbers(Scene scene) {
        long most = scene.number("max_connections");
        long superusers = scene.number("superuser_reserved_connections");
        long others = scene.number("reserved_connections");
        List<String> numbers = new ArrayList<>();
        numbers.add(Words.count(scene.clients().size(), "session") + " of clients besides this one; max_connections is "
                + Words.count(most) + ", of which " + Words.count(superusers) + " are kept for superusers"
                + (others > 0 ? " and " + Words.count(others) + " for members of pg_use_reserved_connections" : ""));
        numbers.add("of them, " + Words.count(in("active", scene).size()) + " are active, "
                + Words.count(in("idle", scene).size()) + " idle, and "
                + Words.count(scene.clients().stream()
                        .filter(Scene::isIdleInTransaction)
                        .count())
                + " idle in a transaction");
        return numbers;
    }
}
