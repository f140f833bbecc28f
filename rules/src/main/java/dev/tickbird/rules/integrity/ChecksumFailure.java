// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Pages that came back from disk otherwise than they were written: their checksum is wrong.
public record ChecksumFailure() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(DatabaseStatistics.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(DatabaseStatistics.class).stream()
                .filter(counted -> failures(counted) > 0)
                .map(counted -> finding(counted, snapshot));
    }

    private static long failures(DatabaseStatistics counted) {
        return Objects.requireNonNullElse(counted.checksumFailures(), 0L);
    }

    private Finding finding(DatabaseStatistics counted, Snapshot snapshot) {
        String name = Objects.requireNonNullElse(counted.name(), "shared catalogs");
        String where = counted.name() == null ? "the shared catalogs" : "database \"" + name + "\"";
        String last = counted.lastChecksumFailure() == null
                ? ""
                : ", the last time "
                        + Words.duration(Duration.between(counted.lastChecksumFailure(), snapshot.takenAt()))
                        + " ago";
        return finding(
                Severity.CRITICAL,
                new Subject(counted.name() == null ? "server" : "database", name),
                where + (counted.name() == null ? " have" : " has") + " pages on disk that are damaged",
                "The server has met a page with a wrong checksum " + Words.count(failures(counted), "time") + last
                        + ". What the disk, its controller, the file system or memory gave back is not what was"
                        + " written.",
                Evidence.of("failures", failures(counted)),
                "Queries that need such a page fail, and so does a base backup. What is damaged once is rarely the only"
                        + " thing, and backups that are made now may replace the last sound ones.",
                remedy());
    }

    private static Remedy remedy() {
        return Remedy.Advice.inOrder(
                List.of(
                        "Keep the backups that there are, and let none be deleted by age. Copy the data folder as it is"
                                + " before anything is tried on it.",
                        "Look in the server's log for \"invalid page in block\": it names the file, which \"select"
                                + " pg_filenode_relation(0, 12345)\" with the file's number turns into a table or index.",
                        "Look in the kernel's log for errors of the disk or of memory. If a standby has no such failures,"
                                + " switch over to it, and build this server anew.",
                        "Otherwise build a damaged index again with \"reindex\", and bring back the rows of a damaged"
                                + " table from a backup. Do not set zero_damaged_pages: it makes the loss final.",
                        "The count stays until the counters of the database are reset with \"select pg_stat_reset()\";"
                                + " run \"analyze\" afterwards, for autovacuum goes by them too."),
                Sql.format("select datname, checksum_failures, checksum_last_failure from pg_stat_database"
                        + " where checksum_failures > 0"));
    }
}
