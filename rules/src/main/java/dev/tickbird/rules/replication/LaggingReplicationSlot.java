// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.statistics.WalStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A slot whose reader is there, but so far behind that the WAL kept for it fills the disk, or reaches its limit.
///
/// @param minRetained where nothing limits it
/// @param minShare of what `max_slot_wal_keep_size` allows
public record LaggingReplicationSlot(Bytes minRetained, double minShare) implements Rule {

    public LaggingReplicationSlot() {
        this(Bytes.parse("20 GB"), 0.8);
    }

    @Override
    public Needs needs() {
        return Needs.facts(ReplicationSlot.class).also(WalStatistics.class); // which says when
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(ReplicationSlot.class).stream()
                .filter(slot -> slot.active() && !slot.temporary()) // the others: inactive-replication-slot
                .filter(slot -> slot.retainedBytes() != null && isFarBehind(slot, slot.retainedBytes()))
                .map(slot -> finding(slot, Objects.requireNonNullElse(slot.retainedBytes(), 0L), snapshot));
    }

    private boolean isFarBehind(ReplicationSlot slot, long retained) {
        @Nullable Long safe = slot.safeBytes();
        return isUnreserved(slot)
                || (safe == null ? retained >= minRetained.number() : retained >= minShare * (retained + safe));
    }

    private static boolean isUnreserved(ReplicationSlot slot) {
        return Objects.equals(slot.walStatus(), "unreserved");
    }

    private Finding finding(ReplicationSlot slot, long retained, Snapshot snapshot) {
        @Nullable Long safe = slot.safeBytes();
        boolean logical = slot.kind().equals("logical");
        return finding(
                isUnreserved(slot) ? Severity.CRITICAL : Severity.WARNING,
                new Subject("replication slot", Identifier.quoted(slot.name())),
                "the reader of replication slot \"" + slot.name() + "\" is " + Words.bytes(retained) + " behind",
                "It is a " + slot.kind() + " slot"
                        + (slot.database() == null ? "" : " of database " + slot.database()) + ", read by process "
                        + slot.activePid() + ". "
                        + (isUnreserved(slot)
                                ? "That is more than max_slot_wal_keep_size allows: what it still needs goes with the"
                                        + " next checkpoint."
                                : safe == null
                                        ? "Nothing limits what is kept for it, for max_slot_wal_keep_size is not set."
                                        : "max_slot_wal_keep_size allows it " + Words.bytes(safe) + " more.")
                        + WalRate.of(snapshot)
                                .map(rate -> " On average " + rate.anHour() + " are written"
                                        + (safe == null || safe <= 0
                                                ? "."
                                                : ": if it stood still, the limit would be reached " + rate.when(safe)
                                                        + "."))
                                .orElse(""),
                Evidence.of("retainedMegabytes", Math.round(retained / 1048576.0))
                        .and("kind", slot.kind())
                        .and("limited", safe != null),
                safe == null && !isUnreserved(slot)
                        ? "pg_wal grows while it falls behind, until the disk is full and the server stops."
                        : "When the limit is passed, the WAL goes, and the standby or subscriber behind it must be"
                                + " made anew.",
                remedy(slot, logical));
    }

    private static Remedy remedy(ReplicationSlot slot, boolean logical) {
        return new Remedy.Advice(
                List.of(
                        logical
                                ? "Look for the oldest transaction on this server first: a logical slot keeps"
                                        + " all WAL since it began, however fast its reader is."
                                : "Look at the standby: whether its disk, its processor or the network is"
                                        + " full, and whether replay waits for a query there.",
                        logical
                                ? "Then look at the subscriber or connector: whether it waits for a lock,"
                                        + " fails and begins anew, or applies large transactions row by row."
                                : "If it cannot catch up, make it anew from a base backup, and drop the slot.",
                        "Give pg_wal a disk that holds it meanwhile, and a limit, max_slot_wal_keep_size,"
                                + " below its size."),
                Sql.format(
                        "select active, wal_status, restart_lsn, safe_wal_size from pg_replication_slots"
                                + " where slot_name = %L",
                        slot.name()));
    }
}
