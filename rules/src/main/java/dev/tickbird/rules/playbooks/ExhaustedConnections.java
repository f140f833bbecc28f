// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.connections.ConnectionExhaustion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The connections run out: whoever holds one and does nothing with it goes first.
record ExhaustedConnections() implements Playbook {

    private static final int LINES = 6;

    /// So many are ended at once: it is repeated until there is room, and no further.
    private static final int FEW = 5;

    /// Who has been idle shorter may be between two statements.
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    @Override
    public List<String> never() {
        return List.of(
                "Do not just raise max_connections: it needs a restart, each connection takes memory, and more sessions than"
                        + " processors get less done, not more.",
                "Do not restart the server to get rid of sessions: the applications come back at once, all together, to an"
                        + " empty cache.",
                "Never \"kill -9\" a server process: the server then ends every session and recovers from its WAL.",
                "Do not let the applications use the reserved connections as a superuser: then nobody gets in to help.");
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(Session.class, Role.class, Setting.class);
    }

    @Override
    public List<Rule> rules() {
        return List.of(new ConnectionExhaustion());
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        List<Sign> signs = new ArrayList<>(scene.findings().stream()
                .map(finding -> Sign.of(Sign.Weight.ALARM, finding).with(holders(scene)))
                .toList());
        List<Session> forgotten = forgotten(scene);
        if (!forgotten.isEmpty()) {
            signs.add(idleInTransaction(forgotten, scene));
        }
        return scene.diagnosis(signs, numbers(scene), scene.findings().isEmpty() ? unhurt(scene) : exhausted(scene));
    }

    /// There are connections left, so nobody is thrown out.
    private static List<Measure> unhurt(Scene scene) {
        List<Measure> measures = new ArrayList<>(List.of(
                look(),
                Measure.words(
                        "Who is refused nevertheless may be refused by a pooler, by the limit of a role or database, or"
                                + " by that of his own pool: the error message says by whom.")));
        if (!forgotten(scene).isEmpty()) {
            measures.add(idleOnes("idle in transaction%", "idle in a transaction"));
        }
        return measures;
    }

    private static List<Measure> exhausted(Scene scene) {
        List<Measure> measures = new ArrayList<>();
        if (!forgotten(scene).isEmpty()) {
            measures.add(idleOnes("idle in transaction%", "idle in a transaction"));
        }
        if (in("idle", scene).stream().anyMatch(session -> isForgotten(session, scene))) {
            measures.add(idleOnes("idle", "idle"));
        }
        measures.add(look());
        measures.add(Measure.words("If most are active, they do not run out of connections but of time: see"
                + " \"tickbird emergency locks\" and \"tickbird emergency slow\"."));
        measures.add(Measure.words(
                "If the applications take whatever is free, make their pools smaller, or stop one of their"
                        + " instances."));
        limit(scene).ifPresent(measures::add);
        measures.add(
                Measure.words("Afterwards, put a pooler such as PgBouncer between the applications and the server: all"
                        + " pools together must fit below the limit."));
        return measures;
    }

    private static Measure look() {
        return Measure.look(
                "See who has the connections, and for how long nothing has happened on them.",
                Sql.format(
                        "select usename, application_name, client_addr, state, count(*), min(state_change) as since from"
                                + " pg_stat_activity where backend_type = 'client backend' group by 1, 2, 3, 4 order by 5 desc limit"
                                + " 20"));
    }

    private static List<Session> in(String state, Scene scene) {
        return scene.clients().stream()
                .filter(session -> state.equals(session.state()))
                .toList();
    }

    private static boolean isForgotten(Session session, Scene scene) {
        return scene.since(session.stateChangedAt()).compareTo(FORGOTTEN) >= 0
                && !session.application().startsWith("pg_dump"); // its leader waits for its workers so
    }

    private static List<Session> forgotten(Scene scene) {
        return scene.clients().stream()
                .filter(session -> Scene.isIdleInTransaction(session) && isForgotten(session, scene))
                .sorted(Comparator.comparing(Session::stateChangedAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Sign idleInTransaction(List<Session> sessions, Scene scene) {
        Session oldest = sessions.getFirst();
        return Sign.of(
                        Sign.Weight.SIGN,
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
                        session -> Scene.owner(session) + ", "
                                + Objects.requireNonNullElse(session.state(), "state not visible"),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(LINES)
                .map(entry -> Words.count(entry.getValue()) + " of " + entry.getKey())
                .toList();
    }

    /// @param state as `like` compares it
    /// @param words the same in words
    private static Measure idleOnes(String state, String words) {
        return Measure.sql(
                "End the " + FEW + " sessions that have been " + words
                        + " for the longest, for a minute or more; again, until"
                        + " there is room. It needs a superuser or a member of pg_signal_backend.",
                state.equals("idle")
                        ? "They are in no transaction, so nothing stored is lost; their temporary tables, advisory locks and"
                                + " listens are. A pool notices a closed connection and opens another."
                        : "What they have not committed is rolled back, their locks go, and their clients lose the"
                                + " connection.",
                "It cannot be undone, and need not be: their clients connect again.",
                Sql.format(
                        "select pid, usename, application_name, pg_terminate_backend(pid) from (select * from"
                                + " pg_stat_activity where backend_type = 'client backend' and state like %L and state_change"
                                + " <= now() - interval '1 minute' and application_name not like 'pg_dump%%' and pid <>"
                                + " pg_backend_pid() order by state_change limit %s) as idlest",
                        state, FEW));
    }

    /// Whoever has the most, unless no limit holds for him.
    private static Optional<Measure> limit(Scene scene) {
        Map<String, Role> limited = scene.all(Role.class).stream()
                .filter(role -> !role.superuser())
                .collect(Collectors.toMap(Role::name, role -> role));
        Map<String, Long> taken = scene.clients().stream()
                .flatMap(session -> Stream.ofNullable(session.role()))
                .filter(limited::containsKey)
                .collect(Collectors.groupingBy(role -> role, Collectors.counting()));
        return taken.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> Measure.sql(
                                "If role \"" + most.getKey() + "\", which has " + Words.count(most.getValue())
                                        + " of them, takes whatever is free, limit it to half, so that others get in.",
                                "New sessions of the role beyond the limit are refused; those that are there stay.",
                                "",
                                limit(most.getKey(), Math.max(1, most.getValue() / 2)))
                        .undoneBy(limit(
                                most.getKey(),
                                Objects.requireNonNull(limited.get(most.getKey()))
                                        .connectionLimit())));
    }

    private static Sql limit(String role, long most) {
        return Sql.format("alter role %I connection limit %s", role, most);
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
        numbers.addAll(scene.hidden());
        return numbers;
    }
}
