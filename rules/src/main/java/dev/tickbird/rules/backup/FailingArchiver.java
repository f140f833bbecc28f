// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.backup;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.Archiver;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// WAL archiving that is on and does not work: no recovery to a point in time, and `pg_wal` grows.
///
/// @param minAge a failure that follows a success by less may be over with the next attempt
public record FailingArchiver(Duration minAge) implements Rule {

    /// So often the archiver tries a file before it pauses: what has never worked by then is not worth waiting for.
    private static final int ROUND = 3;

    public FailingArchiver() {
        this(Duration.ofMinutes(10));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Archiver.class).settings(Archiving.MODE, Archiving.COMMAND, Archiving.LIBRARY);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (!Archiving.isOn(snapshot)) {
            return Stream.empty();
        }
        if (Archiving.by(snapshot).equals(Archiving.COMMAND)
                && Archiving.value(Archiving.COMMAND, snapshot).isBlank()) {
            return Stream.of(idle(Archiving.value(Archiving.MODE, snapshot)));
        }
        Archiver archiver = snapshot.the(Archiver.class);
        boolean never = archiver.lastArchivedAt() == null && archiver.failed() >= ROUND;
        return archiver.isFailing() && (never || silence(archiver, snapshot).compareTo(minAge) >= 0)
                ? Stream.of(failing(archiver, snapshot))
                : Stream.empty();
    }

    /// How long nothing has been archived, as far as the server remembers and has been running.
    private static Duration silence(Archiver archiver, Snapshot snapshot) {
        Instant started = snapshot.the(Server.class).startedAt();
        Instant counting = Objects.requireNonNullElse(archiver.statisticsSince(), started);
        Instant since =
                Objects.requireNonNullElse(archiver.lastArchivedAt(), counting.isAfter(started) ? counting : started);
        return Duration.between(since, snapshot.takenAt());
    }

    private Finding failing(Archiver archiver, Snapshot snapshot) {
        Duration silence = silence(archiver, snapshot);
        String archivedBy = Archiving.by(snapshot);
        return finding(
                Severity.CRITICAL,
                new Subject("setting", archivedBy),
                "WAL archiving has not succeeded for " + Words.duration(silence),
                (archiver.lastArchived() == null
                                ? "Nothing has been archived"
                                : "The last file archived is " + archiver.lastArchived())
                        + "; file " + archiver.lastFailed() + " failed last, "
                        + Words.count(archiver.failed(), "attempt") + " have failed in all.",
                Evidence.of("silentSeconds", silence.toSeconds())
                        .and("failed", archiver.failed())
                        .and("file", Objects.requireNonNullElse(archiver.lastFailed(), "")),
                "No recovery can go past the last archived file, and pg_wal grows until the disk is full and the server"
                        + " stops.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Read in the server's log what " + archivedBy + " says; most often the destination is"
                                        + " full, unreachable, or holds a file of that name already.",
                                "When it works, the archiver catches up by itself within a minute. If a file is missing"
                                        + " from the archive for good, take a base backup at once.",
                                "Never delete files in pg_wal by hand."),
                        Sql.format("select last_archived_wal, last_archived_time, last_failed_wal, last_failed_time"
                                + " from pg_stat_archiver")));
    }

    private Finding idle(String mode) {
        return finding(
                Severity.CRITICAL,
                new Subject("setting", "archive_mode"),
                "WAL archiving is on, but nothing says how to archive",
                "archive_mode is " + mode + ", and archive_command is empty.",
                Evidence.of("mode", mode),
                "Nothing is archived, yet every WAL file is kept for it: pg_wal grows until the disk is full and the"
                        + " server stops.",
                new Remedy.Advice(
                        List.of(
                                "Set archive_command to what your backup tool asks for, and reload.",
                                "If nobody needs the archive, set archive_mode = off and restart; until then,"
                                        + " archive_command = '/bin/true' lets the files go."),
                        Sql.format("select archived_count, last_archived_wal, failed_count from pg_stat_archiver")));
    }
}
