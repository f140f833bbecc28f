// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.wal;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.Checkpointer;
import dev.tickbird.model.statistics.WalStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.time.Duration;
import java.util.stream.Stream;

/// Most checkpoints come before their time, because WAL has reached `max_wal_size`.
///
/// @param minShare of all checkpoints
/// @param minCount fewer are a night of maintenance, not a habit
/// @param minAge younger counters show a busy hour
public record ForcedCheckpoint(double minShare, long minCount, Duration minAge) implements Rule {

    private static final String SETTING = "max_wal_size";
    private static final String TARGET = "checkpoint_completion_target";
    private static final String TIMEOUT = "checkpoint_timeout";
    private static final double MIN_EXPLAINED = 0.7; // others were asked for, by backups or by hand
    private static final long MOST = 8; // times as much in one step

    public ForcedCheckpoint() {
        this(0.5, 50, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Checkpointer.class, WalStatistics.class)
                .settings(SETTING, TARGET, TIMEOUT)
                .statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Checkpointer counted = snapshot.the(Checkpointer.class);
        Duration age = Flow.age(counted.statisticsSince(), snapshot);
        double share = counted.requested() / (double) Math.max(1, counted.requested() + counted.timed());
        if (counted.requested() < minCount || share < minShare) {
            return Stream.empty();
        }
        return Flow.of(snapshot).stream()
                .flatMap(flow -> Settings.of(snapshot).named(SETTING).stream()
                        .filter(setting -> byWal(flow, age, snapshot) >= MIN_EXPLAINED * counted.requested())
                        .map(setting -> finding(setting, share, counted.requested(), age, flow, snapshot)));
    }

    /// How many checkpoints so much WAL brings about, with `max_wal_size` as it is now: the server begins one early
    /// enough that WAL stays below it while the checkpoint is written.
    private static double byWal(Flow flow, Duration age, Snapshot snapshot) {
        double trigger = (double) (megabytes(SETTING, snapshot) << 20) / (1 + number(TARGET, snapshot));
        return flow.bytesPerSecond() * Flow.seconds(age) / trigger;
    }

    private Finding finding(Setting setting, double share, long requested, Duration age, Flow flow, Snapshot snapshot) {
        int tenths = 10 * (int) Math.min(share * 10, 9); // its first digit is all that lasts from day to day
        Duration between = age.dividedBy(requested);
        return finding(
                Severity.WARNING,
                new Subject("setting", SETTING),
                "WAL reaches max_wal_size before checkpoint_timeout has passed, and forces checkpoints",
                "In " + Words.duration(age) + " " + tenths
                        + " % or more of the checkpoints came before their time, on average"
                        + " one in " + Words.duration(between) + "; max_wal_size is "
                        + Words.bytes(megabytes(SETTING, snapshot) << 20) + ", and the server writes "
                        + Words.bytes(Math.round(flow.bytesPerSecond() * 3600)) + " an hour.",
                Evidence.of("sharePercent", tenths)
                        .and("requestedPerHour", Math.round(requested * 3600 / Flow.seconds(age)))
                        .and("walBytesPerHour", Math.round(flow.bytesPerSecond() * 3600)),
                "After each checkpoint every page that changes is written whole to WAL once more, so that WAL, the archive"
                        + " and the standbys get several times as much, and the disks get no rest.",
                NewValue.of(setting, written(enough(flow, snapshot))));
    }

    /// Twice as much as now, or what the average hour needs between two checkpoints that come in their time.
    private static long enough(Flow flow, Snapshot snapshot) {
        long now = megabytes(SETTING, snapshot);
        double needed = flow.bytesPerSecond() * number(TIMEOUT, snapshot) * (1 + number(TARGET, snapshot)) / (1L << 20);
        long value = 2 * now;
        while (value < needed && value < MOST * now) {
            value *= 2;
        }
        return value;
    }

    private static String written(long megabytes) {
        return megabytes % 1024 == 0 ? megabytes / 1024 + "GB" : megabytes + "MB";
    }

    private static long megabytes(String name, Snapshot snapshot) {
        return Math.max(1, (long) number(name, snapshot));
    }

    private static double number(String name, Snapshot snapshot) {
        return Settings.of(snapshot).value(name).map(Double::valueOf).orElse(0.0);
    }
}
