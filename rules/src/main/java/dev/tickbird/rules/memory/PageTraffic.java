// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.memory;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.IoStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which pages sessions asked `shared_buffers` for. Reads of whole large tables have a ring of their own there, throw
/// nobody else out, and do not count.
///
/// @param evictions by all processes
/// @param readMillis 0 unless `track_io_timing` is on
record PageTraffic(double seconds, long reads, long hits, long evictions, double readMillis) {

    static PageTraffic of(Snapshot snapshot) {
        List<IoStatistics> all = snapshot.all(IoStatistics.class).stream()
                .filter(io -> io.object().equals("relation") && io.context().equals("normal"))
                .toList();
        List<IoStatistics> sessions =
                all.stream().filter(io -> io.process().equals("client backend")).toList();
        Duration age = sessions.stream()
                .map(io -> Objects.requireNonNullElse(
                        io.statisticsSince(), snapshot.the(Server.class).startedAt()))
                .map(since -> Duration.between(since, snapshot.takenAt()))
                .findFirst()
                .orElse(Duration.ZERO);
        return new PageTraffic(
                Math.max(1, age.toMillis()) / 1000.0,
                sum(sessions, IoStatistics::reads),
                sum(sessions, IoStatistics::hits),
                sum(all, IoStatistics::evictions),
                sessions.stream()
                        .mapToDouble(io -> Objects.requireNonNullElse(io.readMillis(), 0.0))
                        .sum());
    }

    private static long sum(List<IoStatistics> rows, Function<IoStatistics, @Nullable Long> count) {
        return rows.stream()
                .mapToLong(io -> Objects.requireNonNullElse(count.apply(io), 0L))
                .sum();
    }

    double readsPerSecond() {
        return reads / seconds;
    }

    /// The part that was not there.
    double missed() {
        return (double) reads / Math.max(1, reads + hits);
    }

    /// How long a page stays on average where there is room for so many.
    Duration stay(long pages) {
        return Duration.ofMillis(Math.round(1000 * pages * seconds / Math.max(1, evictions)));
    }

    /// How long sessions wait for reads in each second; sessions may wait side by side.
    double waiting() {
        return readMillis / 1000 / seconds;
    }
}
