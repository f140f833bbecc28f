// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.memory;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A database that writes more to temporary files than it reads of its tables: what it sorts and hashes would find room
/// in memory, for the tables themselves do.
///
/// @param minShare of what it reads of tables and indexes, from disk or from the operating system's cache
/// @param minPerSecond on average; less no disk notices
/// @param minAge younger counters show a busy night
public record TemporaryFileFlood(double minShare, Bytes minPerSecond, Duration minAge) implements Rule {

    public TemporaryFileFlood() {
        this(1, Bytes.parse("1 MB"), Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, DatabaseStatistics.class).statisticsOlderThan(minAge);
    }

    /// Of this database only: when the counters of others began, is for those to say who examine them.
    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        double seconds = Math.max(1, server.statisticsAge().toMillis()) / 1000.0;
        return snapshot.all(DatabaseStatistics.class).stream()
                .filter(counted -> server.database().equals(counted.name()))
                .filter(counted -> counted.temporaryBytes() / seconds >= minPerSecond.number()
                        && counted.temporaryBytes() >= minShare * counted.blocksRead() * server.blockSize())
                .map(counted -> finding(counted, server, seconds));
    }

    private Finding finding(DatabaseStatistics counted, Server server, double seconds) {
        long perDay = Math.round(
                counted.temporaryBytes() / seconds * Duration.ofDays(1).toSeconds());
        long fileBytes = counted.temporaryBytes() / Math.max(1, counted.temporaryFiles());
        return finding(
                Severity.ADVICE,
                new Subject("database", server.database()),
                "database \"" + server.database() + "\" writes more to temporary files than it reads of its tables",
                "That is " + Words.bytes(perDay) + " a day on average, in files of "
                        + Words.bytes(Long.highestOneBit(Math.max(1, fileBytes))) + " or more on average.",
                Evidence.of("temporaryBytesPerDay", perDay).and("fileBytes", Long.highestOneBit(fileBytes)),
                "Sorts, hashes and aggregates that do not fit into work_mem go through the disk and are several times as"
                        + " slow, and who reads or commits meanwhile waits for the same disk.",
                Remedy.Advice.inOrder(
                        List.of(
                                "See which statements write them: order pg_stat_statements by temp_blks_written, or set"
                                        + " log_temp_files to 10MB for a day and read the log.",
                                "Where an index can bring the rows in order, or a condition can leave most of them out"
                                        + " before they are sorted, do that: it saves more than memory does.",
                                "To the roles that run the others give more work_mem, as \"alter role report set work_mem"
                                        + " = '64MB'\" does. Not to everybody: each sort in each session may take that much."),
                        Sql.format("select temp_files, temp_bytes, blks_read, stats_reset from pg_stat_database"
                                + " where datname = current_database()")));
    }
}
