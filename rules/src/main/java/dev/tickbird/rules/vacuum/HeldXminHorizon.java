// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/// A session, slot, prepared transaction or standby that keeps vacuum from all rows that have died since it began.
///
/// @param transactions from this many transactions on, however soon they came
/// @param minAge or from this time on, where the server says since when
public record HeldXminHorizon(long transactions, Duration minAge) implements Rule {

    public HeldXminHorizon() {
        this(10_000_000, Duration.ofHours(24));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                Session.class, VacuumProgress.class, ReplicationSlot.class, PreparedTransaction.class, Replica.class);
    }

    /// They name the session that the holder waits for, and the one that does nothing at all.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("blocked-session", "idle-in-transaction");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (snapshot.the(Server.class).inRecovery()) {
            return Stream.empty(); // nothing is vacuumed here; the primary knows whether this standby holds it up
        }
        Instant now = snapshot.takenAt();
        return XminHolder.of(snapshot).stream()
                .filter(holder -> holder.age() >= transactions
                        || holder.age() > 0 && held(holder, now).compareTo(minAge) >= 0)
                .map(holder -> finding(holder, now).ofSessions(holder.sessions()));
    }

    private static Duration held(XminHolder holder, Instant now) {
        return holder.since() == null ? Duration.ZERO : Duration.between(holder.since(), now);
    }

    private Finding finding(XminHolder holder, Instant now) {
        String rows = holder.catalogsOnly() ? "rows of the catalogs" : "rows";
        String where = holder.database() == null ? "every database" : "database \"" + holder.database() + "\"";
        String began = holder.since() == null ? "" : " It began " + Words.duration(held(holder, now)) + " ago.";
        return finding(
                Severity.WARNING,
                holder.subject(),
                holder.name() + " keeps vacuum from " + rows + " that died in the last "
                        + Words.count(holder.age(), "transaction"),
                "No vacuum in " + where + " removes " + rows + " that were alive "
                        + Words.count(holder.age(), "transaction") + " ago." + began + " " + holder.story() + ".",
                Evidence.of("transactionAge", holder.age())
                        .and("heldSeconds", held(holder, now).toSeconds()),
                holder.catalogsOnly()
                        ? "The system catalogs grow with each change of the schema and each temporary table, planning"
                                + " slows down, and the catalogs cannot be frozen."
                        : "Tables and indexes grow with each update and delete, scans read more and more dead rows, and"
                                + " nothing newer can be frozen against wraparound.",
                holder.remedy());
    }
}
