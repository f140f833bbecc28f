// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.model.statistics.TableIo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How much of what was read lay in shared buffers. What the operating system kept is counted as read.
///
/// @param hit blocks found there
/// @param read blocks that had to be fetched
record MemoryHits(long hit, long read) {

    /// Fewer blocks are a server that has just begun.
    private static final long FEWEST_BLOCKS = 10_000;

    private static final String OUTSIDE = "; what the operating system's cache gave counts as not found";

    static Reading ofDatabase(Period period) {
        String name = period.end().the(Server.class).database();
        MemoryHits now = of(period.end().all(DatabaseStatistics.class), name);
        return now.minus(of(period.begin(DatabaseStatistics.class), name))
                .reading("of the database's blocks, pg_stat_database", period);
    }

    static Reading ofIndexes(Period period) {
        @Nullable Reading blind = Sight.blind(period.end(), TableIo.class);
        if (blind != null) {
            return blind;
        }
        return ofIndexes(period.end().all(TableIo.class))
                .minus(ofIndexes(period.begin(TableIo.class)))
                .reading("of the blocks of tables' indexes, pg_statio_user_tables", period);
    }

    private static MemoryHits of(List<DatabaseStatistics> databases, String name) {
        return databases.stream()
                .filter(counted -> Objects.equals(counted.name(), name))
                .findFirst()
                .map(counted -> new MemoryHits(counted.blocksHit(), counted.blocksRead()))
                .orElse(new MemoryHits(0, 0));
    }

    private static MemoryHits ofIndexes(List<TableIo> tables) {
        long hit = 0;
        long read = 0;
        for (TableIo table : tables) {
            hit += Objects.requireNonNullElse(table.indexHit(), 0L);
            read += Objects.requireNonNullElse(table.indexRead(), 0L);
        }
        return new MemoryHits(hit, read);
    }

    /// A table that was dropped in between takes its counters along.
    private MemoryHits minus(MemoryHits before) {
        return new MemoryHits(Math.max(0, hit - before.hit), Math.max(0, read - before.read));
    }

    private Reading reading(String source, Period period) {
        long blocks = hit + read;
        String time = period.words(period.end().the(Server.class).statisticsAge());
        if (blocks < FEWEST_BLOCKS) {
            return new Reading.Unmeasured(
                    (blocks == 0 ? "no block was" : "only " + Words.count(blocks, "block") + " were") + " asked for "
                            + time,
                    "Ask again when the application has worked for a while.");
        }
        return Reading.Measured.of(
                (double) hit / blocks, source + ": " + Words.count(blocks, "block") + " " + time + OUTSIDE);
    }
}
