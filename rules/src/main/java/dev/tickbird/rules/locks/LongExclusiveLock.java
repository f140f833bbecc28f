// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.locks;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.connections.EndOfSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A session that has locked tables against everybody, readers too, for a long time: who comes next stands still.
///
/// @param minAge a change of a definition is shorter
public record LongExclusiveLock(Duration minAge) implements Rule {

    public LongExclusiveLock() {
        this(Duration.ofMinutes(10));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Session.class, Lock.class, Table.class);
    }

    /// They say that others wait already, or that nothing is done meanwhile.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("blocked-session", "idle-in-transaction");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<Integer, List<Lock>> exclusive = snapshot.all(Lock.class).stream()
                .filter(lock -> lock.granted() && lock.mode().equals("AccessExclusiveLock"))
                .collect(Collectors.groupingBy(lock -> Objects.requireNonNullElse(lock.pid(), 0))); // 0: prepared
        String here = snapshot.the(Server.class).database();
        return snapshot.all(Session.class).stream()
                .filter(session -> session.kind().equals("client backend") && here.equals(session.database()))
                .filter(session -> session.blockedBy().isEmpty())
                .filter(session -> held(session, snapshot).compareTo(minAge) >= 0)
                .flatMap(session -> finding(session, exclusive.getOrDefault(session.pid(), List.of()), snapshot));
    }

    /// The lock may be older than the statement that runs, or the last one that ran, but hardly younger.
    private static Duration held(Session session, Snapshot snapshot) {
        Instant now = snapshot.takenAt();
        Instant since = Objects.requireNonNullElse(
                "active".equals(session.state()) ? session.queryStartedAt() : session.stateChangedAt(), now);
        return Duration.between(since, now);
    }

    private Stream<Finding> finding(Session session, List<Lock> locks, Snapshot snapshot) {
        List<String> tables = locks.stream()
                .flatMap(lock -> Relations.of(snapshot).table(lock.relation()).stream())
                .map(table -> table.qualifiedName().toString())
                .distinct()
                .sorted()
                .toList();
        if (tables.isEmpty()) {
            return Stream.empty(); // what it has made itself, nobody else can see
        }
        Duration held = held(session, snapshot);
        return Stream.of(finding(
                        Severity.ADVICE,
                        new Subject("session", session.role() + "/" + session.application()),
                        "session " + session.pid() + " has kept everybody from " + Words.count(tables.size(), "table")
                                + " for " + Words.duration(held),
                        EndOfSession.story(session, snapshot) + ". It holds an AccessExclusiveLock on "
                                + Words.some(tables, 5) + ".",
                        Evidence.of("heldSeconds", held.toSeconds()).and("tables", tables.size()),
                        "Whoever wants to read or write there waits until it ends, on standbys too.",
                        remedy(session)))
                .map(finding -> finding.ofSessions(Set.of(session.pid())));
    }

    private static Remedy remedy(Session session) {
        String end = EndOfSession.of(session) instanceof Remedy.Statement statement
                ? ": \"" + statement.steps().getFirst().sql() + "\""
                : "";
        return new Remedy.Advice(
                "If nobody needs the tables now, let it finish: what it has done so far would be lost.",
                "If somebody does, end what it does" + end + ".",
                "Next time use the form that lets others work: \"reindex concurrently\", \"refresh materialized view"
                        + " concurrently\", pg_repack in place of \"vacuum full\" and \"cluster\"; and \"set"
                        + " lock_timeout\".");
    }
}
