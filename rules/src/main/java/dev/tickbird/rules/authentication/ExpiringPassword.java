// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Identifier;
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
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A role whose password ends soon, or has ended while its sessions are still there: the next connection fails.
///
/// @param within how long before the end it is told
public record ExpiringPassword(Duration within) implements Rule {

    public ExpiringPassword() {
        this(Duration.ofDays(14));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Role.class).inPart(Session.class); // whose session it is, everybody is shown
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Role.class).stream()
                .filter(Role::canLogin)
                .flatMap(role ->
                        Optional.ofNullable(role.validUntil()).flatMap(end -> finding(role, end, snapshot)).stream());
    }

    private Optional<Finding> finding(Role role, Instant end, Snapshot snapshot) {
        Duration left = Duration.between(snapshot.takenAt(), end);
        long sessions = snapshot.all(Session.class).stream()
                .filter(session -> role.name().equals(session.role()))
                .count();
        boolean over = left.isNegative() || left.isZero();
        if (over && sessions == 0 || left.compareTo(within) > 0) { // that it is over may be meant
            return Optional.empty();
        }
        String when = over ? "has ended " + Words.duration(left.abs()) + " ago" : "ends in " + Words.duration(left);
        return Optional.of(finding(
                Severity.WARNING,
                new Subject("role", Identifier.quoted(role.name())),
                "password of role \"" + role.name() + "\" " + when,
                "It is valid until " + end + "; the role has " + Words.count(sessions, "session") + " now.",
                Evidence.of("sessions", sessions).and("over", over),
                "Open sessions go on, but no new one comes in with the password: the application stops when it next"
                        + " connects.",
                new Remedy.Advice(
                        List.of(
                                "Give it a new password with \"\\password " + Identifier.quoted(role.name())
                                        + "\" in psql and its clients the same, and then a new end: "
                                        + Sql.format("alter role %I valid until 'DATE'", role.name()) + ".",
                                "If the role is to go, have its clients use another one before."),
                        Sql.format("select rolname, rolvaliduntil from pg_roles where rolname = %L", role.name()))));
    }
}
