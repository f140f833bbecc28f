// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Index;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The servers that copy this one page by page. They use its indexes and count their own scans: what nobody uses here
/// may be what they are for.
///
/// @param hidden whether there may be more than the examining role is shown
record Standbys(List<String> names, boolean hidden) {

    static Standbys of(Snapshot snapshot) {
        Set<Integer> subscribers = snapshot.all(ReplicationSlot.class).stream()
                .filter(slot -> slot.kind().equals("logical") && slot.activePid() != null)
                .map(ReplicationSlot::activePid)
                .collect(Collectors.toSet());
        List<String> names = snapshot.all(Replica.class).stream()
                .filter(replica ->
                        !subscribers.contains(replica.pid()) && !replica.state().equals("backup"))
                .map(replica -> '"' + replica.application() + '"')
                .distinct()
                .sorted()
                .toList();
        return new Standbys(names, snapshot.gap(Replica.class).isPresent());
    }

    /// To drop an index that is not used here: at once, if nobody else can be using it.
    Remedy remedy(Index index, Snapshot snapshot) {
        if (names.isEmpty() && !hidden) {
            return DroppedIndex.of(index, null, snapshot);
        }
        Sql scans = Sql.format(
                "select idx_scan from pg_stat_user_indexes where schemaname = %L and indexrelname = %L",
                index.schema(), index.name());
        String where = names.isEmpty()
                ? "Look on each standby, if there are any, which the examining role is not shown"
                : "Look on each standby, for it counts its own scans; connected now: " + String.join(", ", names);
        return new Remedy.Advice(
                where + ". Run \"" + scans + "\" there.",
                "If no standby uses it either, run \"" + DroppedIndex.statement(index)
                        + "\" here, and keep its definition: " + index.definition() + ".");
    }
}
