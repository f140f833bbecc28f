// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.correlation.NewStatistics;
import dev.tickbird.lab.correlation.Rows;
import dev.tickbird.lab.partitioning.Partitioning;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a snapshot would say after those changes that no statement can make on a twin, for they need rows.
///
/// @param gaps what was assumed, and what could not be kept
record Supposed(Snapshot snapshot, List<TwinGap> gaps) {

    Supposed {
        gaps = List.copyOf(gaps);
    }

    /// @param source the twin of the unchanged source: its server knows the types
    static Supposed of(Snapshot snapshot, Changes changes, Rows rows, Twin source) {
        Snapshot supposed = snapshot;
        List<TwinGap> gaps = new ArrayList<>();
        for (String definition : changes.statistics()) {
            NewStatistics with = NewStatistics.of(supposed, definition, rows, source);
            supposed = with.snapshot();
            gaps.add(with.said());
        }
        for (String scheme : changes.partitions()) {
            Partitioning divided = divided(supposed, scheme, source);
            supposed = divided.snapshot();
            gaps.addAll(divided.gaps());
        }
        return new Supposed(supposed, gaps);
    }

    private static Partitioning divided(Snapshot snapshot, String scheme, Twin source) {
        try (Connection connection = source.connect()) {
            return Partitioning.of(snapshot, scheme, name -> Alterations.table(snapshot, name), connection);
        } catch (SQLException e) {
            throw TickbirdException.target("could not ask the twin: " + Script.refusal(e), null, e);
        }
    }
}
