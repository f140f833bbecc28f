// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A session that does at this moment for too long what a timeout would end.
///
/// @param timeout the setting that would
/// @param does such as `has been idle in a transaction`
record OverlongSession(Session session, String timeout, String does, Duration lasts) {

    /// What a session does, and how long it may last.
    static Stream<OverlongSession> of(Snapshot snapshot, MissingTimeout limits) {
        return snapshot.all(Session.class).stream()
                .filter(session -> session.kind().equals("client backend"))
                .flatMap(session -> of(session, limits, snapshot.takenAt()).stream());
    }

    private static Optional<OverlongSession> of(Session session, MissingTimeout limits, Instant now) {
        String state = Objects.requireNonNullElse(session.state(), "");
        if (state.startsWith("idle in transaction")) {
            return of(session, MissingTimeout.IDLE, "has been idle in a transaction", session.stateChangedAt(), now)
                    .filter(it -> it.lasts.compareTo(limits.maxIdle()) >= 0);
        }
        if (!state.equals("active")) {
            return Optional.empty();
        }
        return session.blockedBy().isEmpty()
                ? of(session, MissingTimeout.STATEMENT, "has run a statement", session.queryStartedAt(), now)
                        .filter(it -> it.lasts.compareTo(limits.maxRun()) >= 0)
                : of(session, MissingTimeout.LOCK, "has waited for a lock", session.queryStartedAt(), now)
                        .filter(it -> it.lasts.compareTo(limits.maxWait()) >= 0);
    }

    private static Optional<OverlongSession> of(
            Session session, String timeout, String does, @Nullable Instant since, Instant now) {
        return Optional.ofNullable(since)
                .map(it -> new OverlongSession(session, timeout, does, Duration.between(it, now)));
    }

    /// As a sentence.
    String told() {
        return "Now session " + session.pid() + " of role \"" + session.role() + "\" " + does + " for "
                + Words.duration(lasts) + ".";
    }
}
