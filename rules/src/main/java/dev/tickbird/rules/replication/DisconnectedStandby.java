// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.WalReceiver;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.WalPosition;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A standby that is to stream from its primary, and is not connected: it falls behind with each write there.
///
/// @param minAge a primary that restarts is back sooner
public record DisconnectedStandby(Duration minAge) implements Rule {

    private static final String PRIMARY = "primary_conninfo";
    private static final String ARCHIVE = "restore_command";

    public DisconnectedStandby() {
        this(Duration.ofMinutes(10));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, WalReceiver.class, WalPosition.class).settings(PRIMARY, ARCHIVE);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        boolean streams = settings.value(PRIMARY).filter(it -> !it.isBlank()).isPresent()
                && settings.value(ARCHIVE).filter(it -> !it.isBlank()).isEmpty(); // else it may be fed from the archive
        return streams
                        && snapshot.the(Server.class).inRecovery()
                        && snapshot.all(WalReceiver.class).isEmpty()
                        && past(snapshot).compareTo(minAge) >= 0
                ? Stream.of(finding(past(snapshot)))
                : Stream.empty();
    }

    private static Duration past(Snapshot snapshot) {
        Instant replayed = Objects.requireNonNullElse(
                snapshot.the(WalPosition.class).replayedAt(),
                snapshot.the(Server.class).startedAt());
        return Duration.between(replayed, snapshot.takenAt());
    }

    private Finding finding(Duration past) {
        return finding(
                Severity.WARNING,
                new Subject("server", "streaming"),
                "this standby is not connected to its primary",
                "primary_conninfo is set, but no process receives WAL, and there is no archive to read it from. The"
                        + " last that"
                        + " was replayed here, or the start of the server, is " + Words.duration(past) + " ago.",
                Evidence.of("pastSeconds", past.toSeconds()),
                "Whatever is committed meanwhile is on the primary alone, and queries here see the past. If the"
                        + " primary removes what comes next, this standby must be made anew.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Read in the log of this server why it cannot connect: address, password, pg_hba.conf"
                                        + " there, a slot that does not exist, or another timeline after a failover.",
                                "\"requested WAL segment has already been removed\" says that it is too late: feed it"
                                        + " from an archive"
                                        + " with restore_command, or copy it anew, or use pg_rewind after a failover.",
                                "If the primary is gone for good, decide on a failover, and promote one standby only."),
                        Sql.format("select status, sender_host, latest_end_time from pg_stat_wal_receiver")));
    }
}
