// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The time that counters are read for: since they began, or since an earlier look at the same server.
///
/// @param earlier null if there was none, or none that can be subtracted
record Period(@Nullable Snapshot earlier, Snapshot end) {

    static Period of(Snapshot snapshot) {
        return new Period(null, snapshot);
    }

    /// Counters of another server, or such as have begun anew in between, cannot be subtracted.
    static Period between(Snapshot earlier, Snapshot later) {
        Server before = earlier.the(Server.class);
        Server after = later.the(Server.class);
        boolean subtracts = before.database().equals(after.database())
                && before.statisticsSince().equals(after.statisticsSince())
                && before.startedAt().equals(after.startedAt())
                && earlier.takenAt().isBefore(later.takenAt());
        return new Period(subtracts ? earlier : null, later);
    }

    /// What was counted at its begin; nothing if it began at zero.
    <F extends Fact> List<F> begin(Class<F> fact) {
        return earlier != null && earlier.observed().contains(fact) ? earlier.all(fact) : List.of();
    }

    /// `in the 3 days between`, or `in 20 days`.
    ///
    /// @param counted how long the counters have counted
    String words(Duration counted) {
        return earlier != null
                ? "in the " + Words.duration(Duration.between(earlier.takenAt(), end.takenAt())) + " between"
                : "in " + Words.duration(counted);
    }
}
