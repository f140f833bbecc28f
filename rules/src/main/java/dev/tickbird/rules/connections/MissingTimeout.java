// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Roles whose forgotten transactions, endless statements and waits for locks nothing ends. Superusers are left out:
/// their maintenance may take its time. Where a session shows that a timeout is needed, it is no mere note.
///
/// @param maxIdle longer, a transaction that does nothing is forgotten
/// @param maxWait longer, nobody who waits for a lock still hopes
/// @param maxRun longer, a statement has run away
public record MissingTimeout(Duration maxIdle, Duration maxWait, Duration maxRun) implements Rule {

    static final String IDLE = "idle_in_transaction_session_timeout";
    static final String STATEMENT = "statement_timeout";
    static final String LOCK = "lock_timeout";
    private static final String TRANSACTION = "transaction_timeout"; // bounds idling and statements; since 17

    public MissingTimeout() {
        this(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofHours(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(SettingOverride.class, Role.class)
                .inPart(Session.class) // who shows that it is needed
                .settings(IDLE, STATEMENT, LOCK, TRANSACTION);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<String, List<String>> missing = new TreeMap<>();
        snapshot.all(Role.class).stream()
                .filter(role -> role.canLogin() && !role.superuser() && !role.replicates())
                .forEach(role -> {
                    for (String timeout : List.of(IDLE, STATEMENT, LOCK)) {
                        boolean bounded = !timeout.equals(LOCK) && NewSession.has(TRANSACTION, role, snapshot);
                        if (!bounded && !NewSession.has(timeout, role, snapshot)) {
                            missing.computeIfAbsent(timeout, it -> new ArrayList<>())
                                    .add(role.name());
                        }
                    }
                });
        return missing.isEmpty() ? Stream.empty() : Stream.of(finding(missing, snapshot));
    }

    private Finding finding(Map<String, List<String>> missing, Snapshot snapshot) {
        TreeSet<String> roles =
                missing.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        Map<List<String>, List<String>> byRoles = new LinkedHashMap<>();
        missing.forEach((timeout, unbounded) ->
                byRoles.computeIfAbsent(unbounded, it -> new ArrayList<>()).add(timeout));
        String detail = byRoles.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " for " + named(entry.getKey()))
                .collect(Collectors.joining("; ", "", "."));
        List<String> needed = OverlongSession.of(snapshot, this)
                .filter(it -> missing.getOrDefault(it.timeout(), List.of())
                        .contains(String.valueOf(it.session().role())))
                .map(OverlongSession::told)
                .toList();
        return finding(
                needed.isEmpty() ? Severity.NOTE : Severity.ADVICE,
                new Subject("server", "timeouts"),
                Words.count(roles.size(), "role") + (roles.size() == 1 ? " works" : " work") + " without "
                        + String.join(", ", missing.keySet()),
                "Neither the server nor this database nor the role bounds them: " + detail
                        + NewSession.unbound(missing, snapshot).stream()
                                .map(it -> ' ' + it + ", which is no bound.")
                                .collect(Collectors.joining())
                        + needed.stream().limit(3).map(it -> ' ' + it).collect(Collectors.joining()),
                Evidence.of("roles", roles.size()).and("settings", String.join(", ", missing.keySet())),
                "One forgotten transaction, one runaway statement or one wait for a lock lasts until a person ends it;"
                        + " meanwhile its locks stay, and others queue up behind.",
                remedy(missing));
    }

    private static String named(List<String> roles) {
        return Words.some(roles.stream().map(role -> '"' + role + '"').toList(), 5);
    }

    private static Remedy remedy(Map<String, List<String>> missing) {
        List<String> options = new ArrayList<>();
        if (missing.containsKey(IDLE)) {
            options.add(advice(
                    missing.get(IDLE), IDLE, "5min", "longer than the application thinks between two statements"));
        }
        if (missing.containsKey(STATEMENT)) {
            options.add(advice(missing.get(STATEMENT), STATEMENT, "60s", "longer than its slowest statement may take"));
        }
        if (missing.containsKey(LOCK)) {
            options.add(advice(missing.get(LOCK), LOCK, "10s", "longer than its users would wait"));
        }
        return Remedy.Advice.inOrder(options, null);
    }

    private static String advice(List<String> roles, String timeout, String value, String measure) {
        return "Set " + timeout + " for each role, " + measure + ", such as \""
                + Sql.format("alter role %I set %I = %L", roles.getFirst(), timeout, value)
                + "\". It holds for sessions that begin then.";
    }
}
