// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A session that sits in an open transaction and does nothing: its locks stay, and vacuum cannot remove what it might
/// still see.
///
/// @param minAge idle for less is ordinary work
public record IdleInTransaction(Duration minAge) implements Rule {

    public IdleInTransaction() {
        this(Duration.ofMinutes(5));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Session.class);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("blocked-session"); // it says, too, who waits for the session
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Session.class).stream()
                .filter(session -> isIdle(session, snapshot))
                .map(session -> finding(session, snapshot).ofSessions(Set.of(session.pid())));
    }

    private boolean isIdle(Session session, Snapshot snapshot) {
        return Objects.requireNonNullElse(session.state(), "").startsWith("idle in transaction")
                && idle(session, snapshot).compareTo(minAge) >= 0;
    }

    private static Duration idle(Session session, Snapshot snapshot) {
        Instant since = Objects.requireNonNullElse(session.stateChangedAt(), snapshot.takenAt());
        return Duration.between(since, snapshot.takenAt());
    }

    private Finding finding(Session session, Snapshot snapshot) {
        Duration idle = idle(session, snapshot);
        String name = session.role() + "/" + session.application(); // a process number would not last
        return finding(
                Severity.WARNING,
                new Subject("session", name),
                "session " + session.pid() + " has been idle in a transaction for " + Words.duration(idle),
                EndOfSession.story(session, snapshot) + ".",
                Evidence.of("idleSeconds", idle.toSeconds()).and("pid", session.pid()),
                "Its locks stay, whoever needs them waits, and no vacuum removes rows that died after it began.",
                EndOfSession.of(session));
    }
}
