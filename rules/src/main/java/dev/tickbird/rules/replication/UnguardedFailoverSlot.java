// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A slot that is to survive a failover, but whose reader may get ahead of the standby that would take over.
public record UnguardedFailoverSlot() implements Rule {

    private static final String GUARD = "synchronized_standby_slots";

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, ReplicationSlot.class).settings(GUARD);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        boolean guarded =
                Settings.of(snapshot).value(GUARD).filter(String::isBlank).isEmpty(); // unknown before 17
        String standbys = snapshot.all(ReplicationSlot.class).stream()
                .filter(slot -> slot.kind().equals("physical") && !slot.temporary())
                .map(ReplicationSlot::name)
                .collect(Collectors.joining(", "));
        return guarded || standbys.isEmpty() || snapshot.the(Server.class).inRecovery()
                ? Stream.empty()
                : snapshot.all(ReplicationSlot.class).stream()
                        .filter(slot -> Boolean.TRUE.equals(slot.failover()) && !slot.synced())
                        .map(slot -> finding(slot, standbys));
    }

    private Finding finding(ReplicationSlot slot, String standbys) {
        return finding(
                Severity.ADVICE,
                new Subject("replication slot", Identifier.quoted(slot.name())),
                "the reader of failover slot \"" + slot.name() + "\" may get ahead of the standby",
                "The slot is kept in step on standbys, but " + GUARD
                        + " is empty, so its reader need not wait for them. There are" + " these physical slots: "
                        + standbys + ".",
                Evidence.of("slots", standbys),
                "After a failover the new primary may lack what the reader has already got: the two differ from then"
                        + " on, or the reader cannot go on.",
                new Remedy.Advice(
                        List.of(
                                "Name in " + GUARD
                                        + " here the slot of the standby that will take over, and reload. Logical readers"
                                        + " then wait for it, so they stand still while it is away.",
                                "If that must not be, accept the finding, and make the reader anew after each failover."),
                        Sql.format("select slot_name, failover, synced from pg_replication_slots")));
    }
}
