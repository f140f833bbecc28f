// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.backup;

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
import dev.tickbird.model.statistics.Archiver;
import dev.tickbird.model.statistics.WalPosition;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// An archiver that works, but more slowly than WAL is written: what it has not archived yet is in no backup.
///
/// @param minLag less is what a load leaves behind for a moment
public record LaggingArchiver(Bytes minLag) implements Rule {

    public LaggingArchiver() {
        this(Bytes.parse("2 GB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Archiver.class, WalPosition.class)
                .settings(Archiving.MODE, Archiving.COMMAND, Archiving.LIBRARY, "wal_segment_size");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Archiver archiver = snapshot.the(Archiver.class);
        String last = Objects.requireNonNullElse(archiver.lastArchived(), "");
        if (snapshot.the(Server.class).inRecovery()
                || !Archiving.isOn(snapshot)
                || archiver.isFailing() // that is another matter
                || !last.matches("[0-9A-F]{24}")) { // a history file says nothing of the position
            return Stream.empty();
        }
        long segment = Long.parseLong(Archiving.value("wal_segment_size", snapshot));
        long lag = snapshot.the(WalPosition.class).bytes() - end(last, segment);
        return lag >= minLag.number() ? Stream.of(finding(lag, lag / segment, last, snapshot)) : Stream.empty();
    }

    /// Where a file of WAL ends, in bytes since the beginning: its name is timeline, four gigabytes, segment.
    private static long end(String name, long segment) {
        return (Long.parseLong(name.substring(8, 16), 16) << 32)
                + (Long.parseLong(name.substring(16), 16) + 1) * segment;
    }

    private Finding finding(long lag, long files, String last, Snapshot snapshot) {
        return finding(
                Severity.WARNING,
                new Subject("setting", Archiving.by(snapshot)),
                "WAL archiving is " + Words.bytes(lag) + " behind",
                "The last file archived is " + last + "; " + Words.count(files, "complete file")
                        + " written since wait in pg_wal.",
                Evidence.of("lagMegabytes", lag >> 20).and("files", files).and("lastArchived", last),
                "If the server's disk is lost now, so is all that was committed in these files; and while it falls"
                        + " further behind, pg_wal grows.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Look twice, a few minutes apart, whether it catches up: after a load or an outage of the"
                                        + " archive it needs time and nothing else.",
                                "Let it work on several files at once, as pgBackRest (archive-async, process-max) and"
                                        + " WAL-G"
                                        + " (WALG_UPLOAD_CONCURRENCY) can, and with a faster compression such as lz4"
                                        + " or zstd.",
                                "Write less WAL: wal_compression, and a larger max_wal_size, for fewer pages written"
                                        + " whole."),
                        Sql.format("select last_archived_wal, last_archived_time, pg_walfile_name(pg_current_wal_lsn())"
                                + " from pg_stat_archiver")));
    }
}
