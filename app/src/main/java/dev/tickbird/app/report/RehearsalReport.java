// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.lab.rehearsal.Holds;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Snapshot;
import java.util.List;

/// What there is to tell of a rehearsal.
///
/// @param version Tickbird's own
/// @param target whose twin it ran on, without secrets: a host and database, or a file
/// @param major the twin's version of PostgreSQL
/// @param undo none if nothing was to be undone
/// @param gaps what the twin lacks
public record RehearsalReport(
        String version,
        String target,
        Snapshot snapshot,
        int major,
        Scripts script,
        Scripts undo,
        Rehearsed rehearsed,
        List<TwinGap> gaps) {

    public RehearsalReport {
        gaps = List.copyOf(gaps);
    }

    /// Whether everything ran, and was undone if it was to be.
    public boolean isFine() {
        return rehearsed instanceof Rehearsed.CarriedOut done && done.lasting().isEmpty();
    }

    /// Whether the catalog is the same again.
    boolean isRestored() {
        return isFine() && !undo.all().isEmpty();
    }

    /// What differs from the original after the rollback.
    List<String> lasting() {
        return rehearsed instanceof Rehearsed.CarriedOut done ? done.lasting() : List.of();
    }

    /// Estimates by the target's sizes.
    Holds holds() {
        return Holds.sizedAs(snapshot);
    }

    Scripts of(Rehearsed.Part part) {
        return part == Rehearsed.Part.CURE ? script : undo;
    }
}
