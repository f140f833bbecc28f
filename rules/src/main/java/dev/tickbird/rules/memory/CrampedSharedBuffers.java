// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.memory;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.IoStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Pages are thrown out of `shared_buffers` almost as soon as they have come, and sessions read others all the time.
///
/// @param maxStay how long a page stays, on average
/// @param minMissed the part of the pages that sessions asked for and that was not there
/// @param minPerSecond pages that sessions read, on average; fewer nobody feels
/// @param minWait where it is measured, for how much of each second sessions wait for them
/// @param minAge younger counters show a busy hour
public record CrampedSharedBuffers(
        Duration maxStay, double minMissed, double minPerSecond, double minWait, Duration minAge) implements Rule {

    private static final String SETTING = "shared_buffers";

    public CrampedSharedBuffers() {
        this(Duration.ofMinutes(1), 0.05, 500, 0.05, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, IoStatistics.class).settings(SETTING).statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        PageTraffic traffic = PageTraffic.of(snapshot);
        boolean felt = traffic.readMillis() == 0 || traffic.waiting() >= minWait;
        return Settings.of(snapshot).named(SETTING).stream()
                .filter(setting -> felt && traffic.evictions() > 0)
                .filter(setting -> traffic.missed() >= minMissed && traffic.readsPerSecond() >= minPerSecond)
                .filter(setting -> traffic.stay(pages(setting)).compareTo(maxStay) <= 0)
                .map(setting -> finding(setting, traffic, snapshot.the(Server.class)));
    }

    private static long pages(Setting setting) {
        return Long.parseLong(setting.value());
    }

    private Finding finding(Setting setting, PageTraffic traffic, Server server) {
        String size = Words.bytes(pages(setting) * server.blockSize());
        long readBytes = Math.round(traffic.readsPerSecond() * server.blockSize());
        return finding(
                Severity.ADVICE,
                new Subject("setting", SETTING),
                "pages hardly stay in shared_buffers, which are " + size,
                "On average a page is thrown out " + Words.duration(traffic.stay(pages(setting)))
                        + " after it has come; sessions read " + Words.bytes(readBytes)
                        + " a second that was not there, large tables read from end to end not counted.",
                Evidence.of("readBytesPerSecond", readBytes)
                        .and("staySeconds", traffic.stay(pages(setting)).toSeconds()),
                "Each such read goes to the operating system, and to the disk if that does not have the page either; and"
                        + " who needs a page must first throw out another one.",
                Remedy.Advice.inOrder(
                        List.of(
                                "See which statements read so much: order pg_stat_statements by shared_blks_read. One that"
                                        + " lacks an index fills any cache.",
                                "See on the host how much memory is available (\"free -m\"). If there is room, set shared_buffers to "
                                        + Words.bytes(2 * pages(setting) * server.blockSize())
                                        + " and restart; on a managed service it comes with a larger instance.",
                                "A day later compare with the query below: if fewer pages are read in the same time, it helped;"
                                        + " if not, put the former value back."),
                        Sql.format("select sum(reads) as reads, sum(hits) as hits, sum(evictions) as evictions,"
                                + " min(stats_reset) as since from pg_stat_io"
                                + " where object = 'relation' and context = 'normal'")));
    }
}
