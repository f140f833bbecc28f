// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.statistics.WalStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A replication slot that nobody reads, while the server keeps all WAL since for it.
///
/// @param minRetained less is what a reader that restarts leaves behind
/// @param muchRetained from here on, without `max_slot_wal_keep_size`, the disk is in danger
public record InactiveReplicationSlot(Bytes minRetained, Bytes muchRetained) implements Rule {

    public InactiveReplicationSlot() {
        this(Bytes.parse("1 GB"), Bytes.parse("10 GB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(ReplicationSlot.class).also(WalStatistics.class); // which says when
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(ReplicationSlot.class).stream()
                .filter(slot ->
                        !slot.active() && !slot.temporary() && !slot.synced()) // a copy has no reader of its own
                .flatMap(slot -> isLost(slot)
                        ? Stream.of(lost(slot))
                        : Stream.of(slot)
                                .filter(it -> retained(it) >= minRetained.number() || isUnreserved(it))
                                .map(it -> retaining(it, snapshot)));
    }

    private static boolean isLost(ReplicationSlot slot) {
        return Objects.equals(slot.walStatus(), "lost");
    }

    /// Over its limit: it is lost with the next checkpoint.
    private static boolean isUnreserved(ReplicationSlot slot) {
        return Objects.equals(slot.walStatus(), "unreserved");
    }

    private static long retained(ReplicationSlot slot) {
        return Objects.requireNonNullElse(slot.retainedBytes(), 0L);
    }

    private Finding retaining(ReplicationSlot slot, Snapshot snapshot) {
        @Nullable Long safe = slot.safeBytes();
        boolean unbounded = safe == null;
        String size = Words.bytes(retained(slot));
        return finding(
                unbounded && retained(slot) >= muchRetained.number() ? Severity.CRITICAL : Severity.WARNING,
                subject(slot),
                "replication slot \"" + slot.name() + "\" is read by nobody and keeps " + size + " of WAL",
                "It is a " + slot.kind() + " slot"
                        + (slot.database() == null ? "" : " of database " + slot.database())
                        + unread(slot, snapshot.takenAt()) + "; "
                        + (safe == null
                                ? "without max_slot_wal_keep_size nothing limits what it keeps."
                                : isUnreserved(slot)
                                        ? "that is more than max_slot_wal_keep_size allows it, and goes with the next"
                                                + " checkpoint."
                                        : "max_slot_wal_keep_size allows it " + Words.bytes(safe) + " more.")
                        + WalRate.of(snapshot).map(rate -> growth(rate, safe)).orElse(""),
                Evidence.of("retainedMegabytes", Math.round(retained(slot) / 1048576.0))
                        .and("kind", slot.kind())
                        .and("limited", !unbounded),
                unbounded
                        ? "pg_wal grows with each write until the disk is full, and then the server stops."
                        : "When the limit is reached, the WAL goes and whoever reads the slot must begin anew.",
                new Remedy.Advice(
                        List.of(
                                "If its reader shall come back, start it: it reads on where it stopped, and the WAL"
                                        + " goes.",
                                "If it will not, drop the slot"
                                        + (slot.database() == null ? "" : " while connected to " + slot.database())
                                        + ": " + dropping(slot) + ". That cannot be undone: a reader must then copy"
                                        + " everything anew.",
                                "So that no slot fills the disk again, set max_slot_wal_keep_size."),
                        Sql.format(
                                "select active, wal_status, restart_lsn from pg_replication_slots where slot_name = %L",
                                slot.name())));
    }

    private static String growth(WalRate rate, @Nullable Long safe) {
        return " On average " + rate.anHour() + " are written"
                + (safe == null || safe <= 0 ? "." : ": the limit is reached " + rate.when(safe) + ".");
    }

    /// For how long nobody has read it, if the server says so and it is worth saying.
    private static String unread(ReplicationSlot slot, Instant now) {
        Duration unread = Duration.between(Objects.requireNonNullElse(slot.inactiveSince(), now), now);
        return unread.toMinutes() == 0 ? "" : ", and nobody has read it for " + Words.duration(unread);
    }

    /// What it kept is gone, so dropping it loses nothing.
    private Finding lost(ReplicationSlot slot) {
        return finding(
                Severity.WARNING,
                subject(slot),
                "replication slot \"" + slot.name() + "\" is lost",
                Invalidation.of(slot),
                Evidence.of("retainedMegabytes", 0).and("kind", slot.kind()),
                "Its reader gets nothing any more, and a standby or subscriber behind it stays where it was.",
                new Remedy.Statement(List.of(Step.inTransaction(dropping(slot))), List.of(), Impact.NONE, null));
    }

    private static Subject subject(ReplicationSlot slot) {
        return new Subject("replication slot", Identifier.quoted(slot.name()));
    }

    private static Sql dropping(ReplicationSlot slot) {
        return Sql.format("select pg_drop_replication_slot(%L)", slot.name());
    }
}
