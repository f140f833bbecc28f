// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.backup.Archiving;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A standby for which no WAL is kept: once disconnected for longer than a few checkpoints it must be made anew.
///
/// @param minAge who has just connected may be a base backup
public record UnprotectedStandby(Duration minAge) implements Rule {

    public UnprotectedStandby() {
        this(Duration.ofHours(6));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Replica.class, ReplicationSlot.class)
                .settings("wal_keep_size", Archiving.MODE, Archiving.COMMAND, Archiving.LIBRARY);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        boolean kept = !Archiving.value("wal_keep_size", snapshot).equals("0") || Archiving.isOn(snapshot);
        return kept
                ? Stream.empty()
                : Receivers.settled(snapshot, minAge)
                        .filter(replica -> Receivers.slot(replica, snapshot).isEmpty())
                        .map(this::finding);
    }

    private Finding finding(Replica replica) {
        return finding(
                Severity.ADVICE,
                new Subject("standby", replica.application()),
                "no WAL is kept for standby \"" + replica.application() + "\"",
                "It uses no replication slot, wal_keep_size is 0, and nothing is archived from which it could be fed.",
                Evidence.of("state", replica.state()),
                "If it is away for longer than a few checkpoints take, this server has removed what it needs next, and"
                        + " it must be copied anew: until then there is no standby.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Make a slot for it here: \""
                                        + Sql.format(
                                                "select pg_create_physical_replication_slot(%L, true)", "standby_1")
                                        + "\".",
                                "Set max_slot_wal_keep_size here to what the disk has room for, so that it does not"
                                        + " fill when the standby stays away for good.",
                                "Set primary_slot_name there, and reload.",
                                "If it shall not have a slot, set wal_keep_size here to what is written in the longest"
                                        + " time it may be away."),
                        Sql.format("select slot_name, active, restart_lsn from pg_replication_slots")));
    }
}
