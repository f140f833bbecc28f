// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A vacuum that has run for hours, and sleeps most of the time because its cost limit tells it to.
///
/// @param minAge a vacuum of a large table may take its time
/// @param minShare of that time asleep, where the server measures it
public record ThrottledVacuum(Duration minAge, double minShare) implements Rule {

    public ThrottledVacuum() {
        this(Duration.ofHours(6), 0.5);
    }

    @Override
    public Needs needs() {
        return Needs.facts(VacuumProgress.class, Session.class, Table.class)
                .settings(CostLimit.AUTOVACUUM, CostLimit.MANUAL);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(VacuumProgress.class).stream()
                .flatMap(progress -> snapshot.all(Session.class).stream()
                        .filter(session -> session.pid() == progress.pid())
                        .filter(session -> runs(session, snapshot).compareTo(minAge) >= 0)
                        .filter(session -> sleeps(progress, session, snapshot))
                        .map(session -> finding(progress, session, snapshot)));
    }

    private static Duration runs(Session session, Snapshot snapshot) {
        Instant now = snapshot.takenAt();
        return Duration.between(Objects.requireNonNullElse(session.transactionStartedAt(), now), now);
    }

    private boolean sleeps(VacuumProgress progress, Session session, Snapshot snapshot) {
        return progress.delayMillis() == null
                ? CostLimit.holds(session)
                : progress.delayMillis() >= minShare * runs(session, snapshot).toMillis();
    }

    private Finding finding(VacuumProgress progress, Session session, Snapshot snapshot) {
        Optional<Table> table = snapshot.the(Server.class).database().equals(progress.database())
                ? Relations.of(snapshot).table(progress.relation())
                : Optional.empty();
        Subject subject = table.map(it -> Subject.table(it.qualifiedName()))
                .orElseGet(() -> new Subject("database", Identifier.quoted(String.valueOf(progress.database()))));
        Duration runs = runs(session, snapshot);
        boolean automatic = session.kind().equals("autovacuum worker");
        long done = Math.round(100.0 * progress.blocksScanned() / Math.max(progress.blocksTotal(), 1));
        return finding(
                Severity.ADVICE,
                subject,
                (automatic ? "autovacuum" : "a vacuum") + " of " + subject.kind() + " \"" + subject.name()
                        + "\" has run for " + Words.duration(runs) + " and is held back",
                "Its phase is \"" + progress.phase() + "\", with " + (done < 10 ? "less than 10" : done)
                        + " % of the table read. It sleeps "
                        + (progress.delayMillis() == null
                                ? "at this moment"
                                : Words.percent(progress.delayMillis() / Math.max(runs.toMillis(), 1)) + " of the time")
                        + ", for it has used up its cost limit"
                        + (automatic ? " of " + CostLimit.now(snapshot) + ", which all workers share." : "."),
                Evidence.of("runningSeconds", runs.toSeconds()).and("phase", progress.phase()),
                "What dies meanwhile waits for the next vacuum, and a worker that works on one table for so long works"
                        + " on no other.",
                automatic ? CostLimit.raised(snapshot).orElseGet(ThrottledVacuum::unbound) : unbound());
    }

    private static Remedy unbound() {
        return new Remedy.Advice(
                "Let it finish: it has done its work so far, and begins anew when it is cancelled.",
                "Run the next one by hand with \"set vacuum_cost_delay = 0\" in its session, at an hour when the disks"
                        + " have room for it.");
    }
}
