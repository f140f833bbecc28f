// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.wal;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.WalStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was written to WAL, and in what time.
record Flow(WalStatistics counted, double seconds) {

    /// Empty on a standby, which writes none.
    static Optional<Flow> of(Snapshot snapshot) {
        return snapshot.all(WalStatistics.class).stream()
                .filter(_ -> !snapshot.the(Server.class).inRecovery())
                .map(wal -> new Flow(wal, seconds(age(wal.statisticsSince(), snapshot))))
                .findFirst();
    }

    double bytesPerSecond() {
        return counted.bytes() / seconds;
    }

    /// How long counters have counted; those of which it is not known, since the server was started.
    static Duration age(@Nullable Instant since, Snapshot snapshot) {
        return Duration.between(
                Objects.requireNonNullElse(since, snapshot.the(Server.class).startedAt()), snapshot.takenAt());
    }

    static double seconds(Duration age) {
        return Math.max(1, age.toMillis()) / 1000.0;
    }
}
