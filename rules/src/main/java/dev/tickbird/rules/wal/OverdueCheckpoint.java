// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.wal;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.WalPosition;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// No checkpoint has been completed for far too long: they fail, or the disks are not up to them.
///
/// @param minTimeouts how many times `checkpoint_timeout` must have passed since the last one began
/// @param minWal written since; on an idle server there is nothing to do
public record OverdueCheckpoint(double minTimeouts, Bytes minWal) implements Rule {

    private static final String TIMEOUT = "checkpoint_timeout";

    /// Their storage applies the WAL by itself.
    private static final Set<Edition> OWN_STORAGE = EnumSet.of(Edition.AURORA, Edition.ALLOYDB, Edition.NEON);

    public OverdueCheckpoint() {
        this(3, Bytes.parse("64 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, EditionEvidence.class, WalPosition.class)
                .settings(TIMEOUT);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (snapshot.the(Server.class).inRecovery() || OWN_STORAGE.contains(Edition.of(snapshot))) {
            return Stream.empty(); // a standby can only make one where its primary has
        }
        WalPosition log = snapshot.the(WalPosition.class);
        Instant last = Objects.requireNonNullElse(log.checkpointAt(), snapshot.takenAt());
        Duration since = Duration.between(last, snapshot.takenAt());
        long written = log.bytes() - Objects.requireNonNullElse(log.checkpointBytes(), log.bytes());
        long timeout = Settings.of(snapshot).value(TIMEOUT).map(Long::valueOf).orElse(Long.MAX_VALUE);
        return since.toSeconds() >= minTimeouts * timeout && written >= minWal.number()
                ? Stream.of(finding(since, Duration.ofSeconds(timeout), written))
                : Stream.empty();
    }

    private Finding finding(Duration since, Duration timeout, long written) {
        return finding(
                Severity.WARNING,
                new Subject("server", "checkpoints"),
                "the last completed checkpoint began " + Words.duration(since) + " ago",
                "One is due every " + Words.duration(timeout) + "; " + Words.bytes(Long.highestOneBit(written))
                        + " of WAL or more was written since.",
                Evidence.of("walBytes", Long.highestOneBit(written)).and("sinceSeconds", since.toSeconds()),
                "WAL cannot be removed, so that pg_wal grows until the disk is full; and after a crash the server must go"
                        + " through all of it before anybody can connect.",
                new Remedy.Advice(
                        List.of(
                                "Look into the server's log for errors of the checkpointer, such as \"could not fsync"
                                        + " file\" or \"could not write block\", and cure what they name: a full disk, a"
                                        + " file that is not there any more, a disk that fails.",
                                "If there are none, the disks cannot write fast enough what the checkpoint must write: see"
                                        + " who writes so much, and whether the disks' limit is reached.",
                                "Once the cause is gone, run \"checkpoint\" at a quiet time."),
                        Sql.format(
                                "select checkpoint_time, redo_lsn, pg_current_wal_lsn() from pg_control_checkpoint()")));
    }
}
