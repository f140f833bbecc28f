// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.backup;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.BaseBackupProgress;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server that has long held much data, and of which nothing shows that it is anywhere else too.
///
/// @param minSize what is smaller may be made again
/// @param minUptime a backup that is made each night or week has left its traces by then
public record InvisibleBackup(Bytes minSize, Duration minUptime) implements Rule {

    private static final Pattern DUMP =
            Pattern.compile("copy .* to stdout;?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public InvisibleBackup() {
        this(Bytes.parse("1 GB"), Duration.ofDays(8));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                        Server.class,
                        Table.class,
                        Session.class,
                        Replica.class,
                        ReplicationSlot.class,
                        BaseBackupProgress.class)
                .settings(Archiving.MODE)
                .also(StatementText.class) // where pg_dump leaves its traces
                .ownHost(); // services take backups that nobody sees from inside
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        Duration uptime = Duration.between(server.startedAt(), snapshot.takenAt());
        long bytes = snapshot.all(Table.class).stream().mapToLong(Table::pages).sum() * server.blockSize();
        boolean matters = bytes >= minSize.number() && uptime.compareTo(minUptime) >= 0;
        return matters && !server.inRecovery() && !isArchiving(snapshot) && !isCopied(snapshot) && !isDumped(snapshot)
                ? Stream.of(finding(bytes, uptime))
                : Stream.empty();
    }

    private static boolean isArchiving(Snapshot snapshot) {
        return !Archiving.value(Archiving.MODE, snapshot).equals("off");
    }

    /// By a standby, a receiver of WAL, or a base backup.
    private static boolean isCopied(Snapshot snapshot) {
        return !snapshot.all(Replica.class).isEmpty()
                || !snapshot.all(ReplicationSlot.class).isEmpty()
                || !snapshot.all(BaseBackupProgress.class).isEmpty();
    }

    private static boolean isDumped(Snapshot snapshot) {
        return snapshot.all(Session.class).stream()
                        .anyMatch(session -> session.application().startsWith("pg_dump"))
                || snapshot.observed().contains(StatementText.class)
                        && snapshot.all(StatementText.class).stream()
                                .anyMatch(text -> DUMP.matcher(text.text()).matches());
    }

    private Finding finding(long bytes, Duration uptime) {
        return finding(
                Severity.NOTE,
                new Subject("server", "backup"),
                "nothing on the server shows that it is backed up",
                "This database alone holds " + Words.bytes(bytes) + ", and the server has run for "
                        + Words.duration(uptime)
                        + ". WAL is not archived, no standby or receiver is connected or has a slot, no base backup"
                        + " runs, and pg_dump is not seen.",
                Evidence.of("megabytes", bytes >> 20).and("uptimeDays", uptime.toDays()),
                "If there is no copy of the disk or a dump that leaves no trace here, a lost disk or a mistaken delete is"
                        + " final.",
                new Remedy.Advice(
                        "If the disk is copied by snapshots, or pg_dump runs at night, restore one somewhere else and"
                                + " look at it; then accept the finding with that reason.",
                        "If not, take pg_dump of each database and pg_dumpall --globals-only today, away from this"
                                + " machine.",
                        "Then set up a tool that archives WAL and takes base backups, such as pgBackRest, Barman or"
                                + " WAL-G, and practise the restore."));
    }
}
