// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.wal;

import dev.tickbird.model.Bytes;
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

/// Much WAL, most of it pages that are written whole after a checkpoint and could be compressed.
///
/// @param minShare of the WAL, in pages as large as they are
/// @param minPerSecond of WAL, on average; less is no burden
/// @param minAge younger counters show a busy hour
public record UncompressedPageImage(double minShare, Bytes minPerSecond, Duration minAge) implements Rule {

    private static final String SETTING = "wal_compression";

    public UncompressedPageImage() {
        this(0.7, Bytes.parse("1 MB"), Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, WalStatistics.class).settings(SETTING).statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Settings.of(snapshot).named(SETTING).stream()
                .filter(setting -> setting.value().equals("off") && NewValue.isOfTheServer(setting))
                .flatMap(setting -> Flow.of(snapshot).stream()
                        .filter(flow ->
                                flow.bytesPerSecond() >= minPerSecond.number() && share(flow, snapshot) >= minShare)
                        .map(flow -> finding(setting, flow, share(flow, snapshot))));
    }

    /// At most: the free middle of a page is left out.
    private static double share(Flow flow, Snapshot snapshot) {
        double pages =
                (double) flow.counted().fullPages() * snapshot.the(Server.class).blockSize();
        return Math.min(1, pages / Math.max(1, flow.counted().bytes()));
    }

    private Finding finding(Setting setting, Flow flow, double share) {
        int tenths = 10 * (int) Math.min(share * 10, 9); // its first digit is all that lasts from day to day
        return finding(
                Severity.ADVICE,
                new Subject("setting", SETTING),
                "most of the WAL is whole pages, which are not compressed",
                "The server writes " + Words.bytes(Math.round(flow.bytesPerSecond() * 3600))
                        + " an hour of WAL; pages that changed for the first time after a checkpoint make up to "
                        + (tenths + 10)
                        + " % of it.",
                Evidence.of("sharePercent", tenths).and("walBytesPerHour", Math.round(flow.bytesPerSecond() * 3600)),
                "The disk, the archive, the standbys and each backup take two or three times what they need.",
                NewValue.of(setting, "on"));
    }
}
