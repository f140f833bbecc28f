// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How many connections the server, a database or a role may have, and which ones it has.
///
/// @param name whose limit it is, such as `role "app"`
/// @param sessions never empty
record ConnectionLimit(Subject subject, String name, int limit, List<Session> sessions) {

    /// Every limit that is there to be kept and under which somebody is connected. A limit of one is meant to
    /// be reached: its owner wants no second session.
    static Stream<ConnectionLimit> of(Snapshot snapshot) {
        List<Session> clients = snapshot.all(Session.class).stream()
                .filter(session -> session.kind().equals("client backend")
                        || session.kind().equals("unknown")
                                && session.role() != null) // hidden; workers of the server have no role
                .toList();
        int reserved = number("superuser_reserved_connections", snapshot) + number("reserved_connections", snapshot);
        Stream<ConnectionLimit> server = Stream.of(new ConnectionLimit(
                new Subject("setting", "max_connections"),
                "the server",
                number("max_connections", snapshot) - reserved,
                clients));
        Stream<ConnectionLimit> databases = snapshot.all(Database.class).stream()
                .map(database -> new ConnectionLimit(
                        new Subject("database", database.name()),
                        "database \"" + database.name() + "\"",
                        database.connectionLimit(),
                        clients.stream()
                                .filter(session -> database.name().equals(session.database()))
                                .toList()));
        Stream<ConnectionLimit> roles = snapshot.all(Role.class).stream()
                .filter(role -> !role.superuser()) // no limit holds for them
                .map(role -> new ConnectionLimit(
                        new Subject("role", role.name()),
                        "role \"" + role.name() + "\"",
                        role.connectionLimit(),
                        clients.stream()
                                .filter(session -> role.name().equals(session.role()))
                                .toList()));
        return Stream.of(server, databases, roles)
                .flatMap(limits -> limits)
                .filter(limit -> limit.limit > 1 && !limit.sessions.isEmpty());
    }

    /// How many of the connections are taken. There may be more sessions than that, for superusers get in beyond it.
    int taken() {
        return Math.min(sessions.size(), limit);
    }

    double share() {
        return (double) taken() / limit;
    }

    long idle() {
        return sessions.stream()
                .filter(session -> "idle".equals(session.state()))
                .count();
    }

    /// Those that have done nothing for so long.
    long idle(Duration atLeast, Instant now) {
        return sessions.stream()
                .filter(session -> "idle".equals(session.state()))
                .map(session -> Objects.requireNonNullElse(session.stateChangedAt(), now))
                .filter(since -> !since.plus(atLeast).isAfter(now))
                .count();
    }

    /// The role and application that has the most of them.
    String greediest() {
        return sessions.stream()
                .collect(Collectors.groupingBy(
                        session -> "role " + session.role() + ", application \"" + session.application() + "\"",
                        Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " (" + Words.count(entry.getValue()) + ")")
                .orElseThrow();
    }

    Remedy remedy() {
        String raise = switch (subject.kind()) {
            case "database" ->
                "If the limit is too low for the work, raise it with \""
                        + Sql.format("alter database %I connection limit", subject.name()) + " …\".";
            case "role" ->
                "If the limit is too low for the work, raise it with \""
                        + Sql.format("alter role %I connection limit", subject.name()) + " …\".";
            default ->
                "Raise max_connections last: it needs a restart, each connection takes memory, and more sessions"
                        + " than processors do not get more done.";
        };
        return new Remedy.Advice(
                List.of(
                        "Make the pools of the applications smaller, or put a pooler such as PgBouncer between them and"
                                + " the server.",
                        "If somebody must get in now, end sessions that have been idle for long, with"
                                + " pg_terminate_backend.",
                        raise),
                Sql.format("select datname, usename, application_name, state, count(*) from pg_stat_activity"
                        + " where backend_type = 'client backend' group by 1, 2, 3, 4 order by 5 desc"));
    }

    /// 0 where this version does not have the setting.
    private static int number(String name, Snapshot snapshot) {
        return Settings.of(snapshot).value(name).map(Integer::valueOf).orElse(0);
    }
}
