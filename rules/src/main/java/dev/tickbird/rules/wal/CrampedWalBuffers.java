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
import dev.tickbird.model.statistics.WalStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.time.Duration;
import java.util.stream.Stream;

/// Sessions must write WAL themselves in the midst of their work, because there is no room in its buffers.
///
/// @param minShare of the WAL, counted as one page each time
/// @param minPerSecond how often, on average
/// @param minAge younger counters show a busy hour
public record CrampedWalBuffers(double minShare, double minPerSecond, Duration minAge) implements Rule {

    private static final String SETTING = "wal_buffers";
    private static final long ENOUGH = 16 << 10; // in kB: one segment, what PostgreSQL itself takes at most
    private static final long MOST = 64 << 10; // beyond, no measurement has shown a gain

    public CrampedWalBuffers() {
        this(0.1, 10, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, WalStatistics.class).settings(SETTING).statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        long block = snapshot.the(Server.class).blockSize();
        return Settings.of(snapshot).named(SETTING).stream()
                .filter(setting -> kilobytes(setting, block) < MOST)
                .flatMap(setting -> Flow.of(snapshot).stream()
                        .filter(flow -> flow.counted().buffersFull() / flow.seconds() >= minPerSecond
                                && share(flow, block) >= minShare)
                        .map(flow -> finding(setting, flow, block)));
    }

    private static long kilobytes(Setting setting, long block) {
        return Long.parseLong(setting.value()) * block >> 10;
    }

    private static double share(Flow flow, long block) {
        return (double) flow.counted().buffersFull()
                * block
                / Math.max(1, flow.counted().bytes());
    }

    private Finding finding(Setting setting, Flow flow, long block) {
        long now = kilobytes(setting, block);
        long value = now < ENOUGH ? ENOUGH : MOST;
        int tenths =
                10 * (int) Math.min(share(flow, block) * 10, 9); // its first digit is all that lasts from day to day
        return finding(
                Severity.ADVICE,
                new Subject("setting", SETTING),
                "sessions wait for room in the buffers of WAL, which are " + Words.bytes(now << 10),
                "They had to write WAL for it " + Math.round(flow.counted().buffersFull() / flow.seconds())
                        + " a second on average, with " + tenths + " % or more of all WAL pages.",
                Evidence.of("sharePercent", tenths)
                        .and("buffersFullPerSecond", Math.round(flow.counted().buffersFull() / flow.seconds())),
                "Whoever changes rows then waits for the disk before the commit, too, and keeps the lock that all need who"
                        + " write WAL.",
                NewValue.of(setting, (value >> 10) + "MB"));
    }
}
