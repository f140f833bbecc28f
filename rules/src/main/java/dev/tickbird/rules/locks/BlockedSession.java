// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.locks;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.connections.EndOfSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sessions that wait for a lock, reported at the root: the one who holds it and waits for nobody.
///
/// @param minWait shorter waits are ordinary work
/// @param manySessions from this many waiting sessions on it is an outage
public record BlockedSession(Duration minWait, int manySessions) implements Rule {

    public BlockedSession() {
        this(Duration.ofSeconds(30), 10);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Session.class, Lock.class, PreparedTransaction.class, Table.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return LockQueue.of(snapshot)
                .filter(queue -> queue.longestWait().compareTo(minWait) >= 0)
                .flatMap(queue ->
                        finding(queue, snapshot).map(finding -> finding.ofSessions(queue.sessions())).stream());
    }

    /// A root that has gone meanwhile blocks nobody any more.
    private Optional<Finding> finding(LockQueue queue, Snapshot snapshot) {
        if (queue.root() != 0) {
            return queue.rootSession()
                    .map(session -> finding(
                            queue,
                            new Subject("session", session.role() + "/" + session.application()),
                            "session " + session.pid(),
                            EndOfSession.story(session, snapshot),
                            remedy(session)));
        }
        List<PreparedTransaction> prepared = snapshot.all(PreparedTransaction.class);
        String identifiers =
                prepared.stream().map(PreparedTransaction::identifier).collect(Collectors.joining(", "));
        return Optional.of(finding(
                queue,
                new Subject("prepared transaction", identifiers),
                (prepared.size() == 1 ? "prepared transaction \"" : "one of the prepared transactions \"") + identifiers
                        + "\"",
                "It is neither committed nor rolled back",
                new Remedy.Advice("Ask the transaction manager what became of it. Then connect to its database, which"
                        + " pg_prepared_xacts shows, and run \"commit prepared\" or \"rollback prepared\" with"
                        + " its identifier.")));
    }

    private Finding finding(LockQueue queue, Subject subject, String name, String story, Remedy remedy) {
        int all = queue.waiters().size();
        int behind = all - queue.direct().size();
        String table = queue.table().map(it -> " for table " + it).orElse("");
        String query = EndOfSession.statement(queue.waiters().getFirst());
        return finding(
                all >= manySessions ? Severity.CRITICAL : Severity.WARNING,
                subject,
                name + " has kept " + Words.count(all, "other session") + " waiting for "
                        + Words.duration(queue.longestWait()),
                story + ". It blocks " + Words.count(queue.direct().size(), "session") + " directly"
                        + (behind > 0 ? "; " + Words.count(behind) + " more wait behind" : "")
                        + ". The first waits" + table + " with: " + query,
                Evidence.of("waitingSessions", all)
                        .and("directly", queue.direct().size())
                        .and("longestWaitSeconds", queue.longestWait().toSeconds()),
                "Who waits does no work and keeps its own locks and connection; others queue up behind.",
                remedy);
    }

    private static Remedy remedy(Session root) {
        return root.kind().equals("autovacuum worker")
                ? new Remedy.Advice(
                        List.of(
                                "Let it finish if you can: a vacuum that does not give way to others prevents wraparound, and"
                                        + " would start again at once. Cancel the statement that waits instead."),
                        null)
                : EndOfSession.of(root);
    }
}
