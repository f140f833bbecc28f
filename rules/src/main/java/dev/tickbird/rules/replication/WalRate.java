// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.WalStatistics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/// How fast this server has written WAL since its counters began, and so when it will have written so much more.
///
/// @param now when the snapshot was taken
record WalRate(double bytesPerSecond, Instant now) {

    private static final Duration YOUNG = Duration.ofHours(1);
    private static final long YEAR = Duration.ofDays(365).toSeconds();

    /// Empty where that is not known, or not for long: on a standby, or just after a reset.
    static Optional<WalRate> of(Snapshot snapshot) {
        if (snapshot.the(Server.class).inRecovery() || !snapshot.observed().contains(WalStatistics.class)) {
            return Optional.empty();
        }
        return snapshot.all(WalStatistics.class).stream()
                .filter(wal -> counted(wal, snapshot).compareTo(YOUNG) >= 0)
                .map(wal -> new WalRate(
                        (double) wal.bytes() / counted(wal, snapshot).toSeconds(), snapshot.takenAt()))
                .filter(rate -> rate.bytesPerSecond > 0)
                .findFirst();
    }

    private static Duration counted(WalStatistics wal, Snapshot snapshot) {
        Instant now = snapshot.takenAt();
        return Duration.between(Objects.requireNonNullElse(wal.statisticsSince(), now), now);
    }

    /// Such as `2.1 GB an hour`.
    String anHour() {
        return Words.bytes(Math.round(bytesPerSecond * 3600)) + " an hour";
    }

    /// When so much more will have been written, such as `in 5 hours, about 2026-11-27 17:00 UTC`.
    String when(long bytes) {
        double seconds = bytes / bytesPerSecond;
        if (seconds > YEAR) {
            return "in more than a year";
        }
        Duration wait = Duration.ofSeconds(Math.round(seconds));
        Instant then = now.plus(wait).plus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.HOURS);
        return "in " + Words.duration(wait) + ", about "
                + then.toString().replace("T", " ").replace(":00Z", " UTC");
    }
}
