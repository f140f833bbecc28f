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
import dev.tickbird.model.statistics.WalPosition;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A standby that receives, but whose replay is paused: it stays in the past until somebody resumes it.
///
/// @param minAge a dump or a look at one moment may need a pause so long
public record PausedReplay(Duration minAge) implements Rule {

    public PausedReplay() {
        this(Duration.ofHours(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(WalPosition.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(WalPosition.class).stream()
                .filter(position -> Boolean.TRUE.equals(position.replayPaused()))
                .filter(position -> past(position, snapshot).compareTo(minAge) >= 0)
                .map(position -> finding(position, snapshot));
    }

    /// How old what can be read here is at least.
    private static Duration past(WalPosition position, Snapshot snapshot) {
        Instant replayed = Objects.requireNonNullElse(position.replayedAt(), Instant.EPOCH); // nothing was replayed yet
        return Duration.between(replayed, snapshot.takenAt());
    }

    private Finding finding(WalPosition position, Snapshot snapshot) {
        long waiting =
                Math.max(Objects.requireNonNullElse(position.receivedBytes(), position.bytes()) - position.bytes(), 0);
        return finding(
                Severity.WARNING,
                new Subject("server", "replay"),
                "replay of WAL is paused on this standby",
                (position.replayedAt() == null
                                ? "Nothing has been replayed since it was started."
                                : "The last transaction it has replayed was committed "
                                        + Words.duration(past(position, snapshot)) + " ago.")
                        + (waiting >> 20 == 0 ? "" : " " + Words.bytes(waiting) + " have been received and wait."),
                Evidence.of("pastSeconds", past(position, snapshot).toSeconds()).and("waitingMegabytes", waiting >> 20),
                "Queries here see that moment and no later one, a failover waits until all is replayed, and the disk"
                        + " fills with what is received.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Read in the log of this server why it pauses: somebody has called"
                                        + " pg_wal_replay_pause(), a"
                                        + " recovery target was reached, or a setting such as max_connections is lower"
                                        + " here than on the primary.",
                                "If it is such a setting, raise it and restart: resumed as it is, the server would"
                                        + " shut down.",
                                "Otherwise run \"select pg_wal_replay_resume()\". At a recovery target that ends the"
                                        + " recovery, if there is no standby.signal."),
                        Sql.format("select pg_get_wal_replay_pause_state(), pg_last_wal_replay_lsn(),"
                                + " pg_last_wal_receive_lsn()")));
    }
}
