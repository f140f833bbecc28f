// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.finding.LocksSeen;
import java.util.List;

/// What became of a rehearsal.
public sealed interface Rehearsed {

    /// Which of the two scripts.
    enum Part {
        CURE,
        UNDO;

        @Override
        public String toString() {
            return this == CURE ? "script" : "rollback";
        }
    }

    /// What ran of the script, one a statement, in order.
    List<Observed> cure();

    /// What ran of the rollback.
    List<Observed> undo();

    /// What the script changed, as people tell it; empty if it did not get to its end.
    List<Difference> changes();

    /// Every statement ran.
    ///
    /// @param cure one a statement, in order
    /// @param undo the same of the rollback; empty if there is none
    /// @param holds how long the locks of the script would be held on the real tables
    /// @param undoHolds the same of the rollback
    /// @param changes what the script changed, as people tell it
    /// @param lasting what differs after the rollback from what was there before, one sentence each; empty if the
    ///     catalog is the original's, or if there is no rollback
    /// @param moments what was there before, after the script, and after the rollback if there is one
    record CarriedOut(
            List<Observed> cure,
            List<Observed> undo,
            List<Hold> holds,
            List<Hold> undoHolds,
            List<Difference> changes,
            List<String> lasting,
            List<Snapshot> moments)
            implements Rehearsed {

        public CarriedOut {
            cure = List.copyOf(cure);
            undo = List.copyOf(undo);
            holds = List.copyOf(holds);
            undoHolds = List.copyOf(undoHolds);
            changes = List.copyOf(changes);
            lasting = List.copyOf(lasting);
            moments = List.copyOf(moments);
        }

        /// The strongest lock of the script on each relation.
        public LocksSeen locks() {
            return Observed.locks(cure);
        }
    }

    /// A statement failed, and nothing after it was run.
    record Failed(Part part, ScriptError error, List<Observed> cure, List<Observed> undo, List<Difference> changes)
            implements Rehearsed {

        public Failed {
            cure = List.copyOf(cure);
            undo = List.copyOf(undo);
            changes = List.copyOf(changes);
        }

        /// What ran before it of the same script.
        public List<Observed> ran() {
            return part == Part.CURE ? cure : undo;
        }
    }

    /// It would leave the twin: nothing was run, or the server stopped it where it tried.
    ///
    /// @param objections each statement that is refused; at least one
    record Refused(
            Part part, List<Objection> objections, List<Observed> cure, List<Observed> undo, List<Difference> changes)
            implements Rehearsed {

        public Refused {
            objections = List.copyOf(objections);
            cure = List.copyOf(cure);
            undo = List.copyOf(undo);
            changes = List.copyOf(changes);
        }

        public Objection objection() {
            return objections.getFirst();
        }
    }
}
