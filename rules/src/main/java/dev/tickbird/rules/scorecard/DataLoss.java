// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.Archiver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much would be lost if this server were gone now.
final class DataLoss {

    private static final Set<String> WAITED_FOR = Set.of("sync", "quorum");

    private DataLoss() {}

    static Reading of(Snapshot snapshot) {
        @Nullable Reading blind = Sight.blind(snapshot, Replica.class, Archiver.class);
        if (blind != null) {
            return blind;
        }
        if (snapshot.the(Server.class).inRecovery()) {
            return new Reading.Unmeasured("this is a standby", "Ask on its primary, where commits are made.");
        }
        List<Replica> replicas = snapshot.all(Replica.class).stream()
                .filter(replica -> replica.state().equals("streaming"))
                .toList();
        if (replicas.stream().anyMatch(replica -> WAITED_FOR.contains(replica.syncState()))) {
            return Reading.Measured.of(
                    0,
                    "commits wait until a synchronous standby has them, unless a session turns synchronous_commit off;"
                            + " a mistake such as a dropped table it has at once, too");
        }
        Archiver archiver = snapshot.the(Archiver.class);
        @Nullable Instant archived = archiver.lastArchivedAt();
        if (!replicas.isEmpty()) {
            return ofStandby(replicas, archived != null);
        }
        return archived != null ? ofArchive(archived, archiver, snapshot) : unknown(snapshot);
    }

    private static Reading ofStandby(List<Replica> replicas, boolean archives) {
        double seconds = replicas.stream()
                .mapToDouble(replica -> Objects.requireNonNullElse(replica.flushLagSeconds(), 0.0))
                .min()
                .orElseThrow();
        return Reading.Measured.of(
                seconds * 1000,
                "what the nearest of " + Words.count(replicas.size(), "asynchronous standby")
                        + " has not yet on disk, pg_stat_replication, at this moment; a mistake such as a dropped table"
                        + " it has at once, too" + (archives ? "" : ", and no WAL archive goes back before it"));
    }

    /// What was written since the last file that was archived: nothing, if nobody has written.
    private static Reading ofArchive(Instant archived, Archiver archiver, Snapshot snapshot) {
        double millis =
                Math.max(0, Duration.between(archived, snapshot.takenAt()).toMillis());
        String how = "since the last WAL file was archived, pg_stat_archiver; whether a base backup fits the archive"
                + " cannot be seen from here";
        if (archiver.isFailing()) {
            return Reading.Measured.of(millis, how + "; archiving fails now");
        }
        boolean sometimes =
                Settings.of(snapshot).value("archive_timeout").orElse("0").equals("0");
        return new Reading.Measured(
                0,
                millis,
                how,
                sometimes
                        ? "With archive_timeout set, a file is archived at least that often, if anything was written."
                        : "");
    }

    private static Reading unknown(Snapshot snapshot) {
        Edition edition = Edition.of(snapshot);
        return edition.managed()
                ? new Reading.Unmeasured(
                        "the backups of " + edition.displayName() + " cannot be seen with SQL",
                        "Its console tells to which moment it can restore.")
                : new Reading.Unmeasured(
                        "no WAL is archived and no standby is connected; backups made otherwise cannot be seen from here",
                        "Archive WAL, with pgBackRest, Barman or WAL-G: everything since the last backup would be lost.");
    }
}
