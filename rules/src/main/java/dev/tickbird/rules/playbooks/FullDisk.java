// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.server.DatabaseSize;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.statistics.TemporaryFiles;
import dev.tickbird.model.statistics.WalDirectory;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.backup.FailingArchiver;
import dev.tickbird.rules.connections.EndOfSession;
import dev.tickbird.rules.replication.InactiveReplicationSlot;
import dev.tickbird.rules.replication.LaggingReplicationSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The disk fills up: whatever makes it grow is stopped before anything is removed.
record FullDisk() implements Playbook {

    private static final long MEGABYTE = 1L << 20;

    /// Ordinary sorts spill less.
    private static final long SPILLED = 100 * MEGABYTE;

    private static final long MUCH_SPILLED = 1024 * MEGABYTE;

    private static final int LINES = 6;

    @Override
    public List<String> never() {
        return List.of(
                "Never delete, move or empty files in pg_wal, pg_xact or base by hand: without its WAL the server does not"
                        + " start again, and rows are lost.",
                "No VACUUM FULL, CLUSTER or REINDEX to win space: each writes the table or index anew before the old one"
                        + " goes, and needs its size once more.",
                "Do not drop a slot before you know who needs it: its reader must then be built anew.",
                "Do not set archive_command to something that always succeeds, such as /bin/true: the archive then has a"
                        + " hole, and no restore goes past it.",
                "Do not wait until it is full: the server then stops, and starts again only once there is room.");
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                DatabaseSize.class,
                WalDirectory.class,
                TemporaryFiles.class,
                ReplicationSlot.class,
                Session.class,
                Setting.class);
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                new FailingArchiver(Duration.ofMinutes(2)),
                new InactiveReplicationSlot(Bytes.parse("16 MB"), Bytes.parse("1 GB")),
                new LaggingReplicationSlot(Bytes.parse("1 GB"), 0.5));
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        boolean much = isWalMuch(scene);
        List<Sign> signs = new ArrayList<>();
        spills(scene).forEach(spill -> signs.add(sign(spill, scene)));
        scene.findings()
                .forEach(finding ->
                        signs.add(Sign.of(Sign.Weight.of(much || finding.severity() == Severity.CRITICAL), finding)));
        if (much) {
            scene.all(WalDirectory.class).forEach(wal -> signs.add(wal(wal, scene)));
        }
        return scene.diagnosis(signs, numbers(scene), measures(scene));
    }

    private static List<TemporaryFiles> spills(Scene scene) {
        return scene.all(TemporaryFiles.class).stream()
                .filter(spill -> spill.bytes() >= SPILLED)
                .sorted(Comparator.comparingLong(TemporaryFiles::bytes).reversed())
                .limit(LINES)
                .toList();
    }

    private static Optional<Session> session(TemporaryFiles spill, Scene scene) {
        return scene.all(Session.class).stream()
                .filter(session -> session.pid() == spill.pid())
                .findFirst();
    }

    private static Sign sign(TemporaryFiles spill, Scene scene) {
        return Sign.of(
                Sign.Weight.of(spill.bytes() >= MUCH_SPILLED),
                "session " + spill.pid() + " has spilled " + Words.bytes(spill.bytes()) + " into "
                        + Words.count(spill.files(), "temporary file"),
                session(spill, scene)
                        .map(session -> EndOfSession.story(session, scene.snapshot()) + ".")
                        .orElse("There is no such session any more: the files go with the next start of the server."),
                Evidence.of("bytes", spill.bytes()).and("pid", spill.pid()));
    }

    /// What the server keeps of its own accord.
    private static long usualWal(Scene scene) {
        return Math.max(scene.number("max_wal_size"), scene.number("wal_keep_size")) * MEGABYTE;
    }

    private static boolean isWalMuch(Scene scene) {
        return scene.all(WalDirectory.class).stream()
                .anyMatch(wal -> usualWal(scene) > 0 && wal.bytes() > 3 * usualWal(scene) / 2);
    }

    /// A load alone can do that, too, until the next checkpoint.
    private static Sign wal(WalDirectory wal, Scene scene) {
        return Sign.of(
                Sign.Weight.SIGN,
                "pg_wal takes " + Words.bytes(wal.bytes()) + ", more than the " + Words.bytes(usualWal(scene))
                        + " that max_wal_size and wal_keep_size ask for",
                scene.findings().isEmpty()
                        ? "Neither a slot nor the archive is seen to keep it: a load that is faster than the checkpoints can."
                        : "See above for what keeps it.",
                Evidence.of("bytes", wal.bytes()).and("files", wal.files()));
    }

    /// Only what certainly takes the disk comes before a look at the disk.
    private static List<Measure> measures(Scene scene) {
        List<Measure> measures = new ArrayList<>();
        spills(scene).stream()
                .filter(spill -> spill.bytes() >= MUCH_SPILLED)
                .forEach(spill -> end(spill, scene, measures));
        if (scene.findings().stream().anyMatch(FullDisk::isArchive)) {
            measures.add(Measure.words("Mend the archive: the server's log says what archive_command or archive_library"
                    + " answered. Is its target full, or not reachable, or its password out of date? Once it succeeds, pg_wal"
                    + " empties by itself."));
        }
        slots(scene, measures);
        measures.add(host(scene));
        spills(scene).stream()
                .filter(spill -> spill.bytes() < MUCH_SPILLED)
                .forEach(spill -> end(spill, scene, measures));
        measures.add(largest());
        measures.add(Measure.words("Afterwards, set limits below the size of the disk, once nothing is beyond them:"
                + " max_slot_wal_keep_size for what slots keep, for a slot beyond it is lost, and temp_file_limit for what"
                + " one session spills, for a statement beyond it fails."));
        return measures;
    }

    private static void end(TemporaryFiles spill, Scene scene, List<Measure> measures) {
        session(spill, scene)
                .ifPresent(session -> measures.add(Measure.of(
                        "session " + spill.pid(),
                        EndOfSession.of(session),
                        "If nobody needs what session " + spill.pid()
                                + " does more than the disk, end it, which gives back " + Words.bytes(spill.bytes())
                                + " at once.",
                        "Its statement fails, what it has not committed is rolled back, and its temporary files go;"
                                + " nothing that is stored is touched.")));
    }

    private static boolean isArchive(Finding finding) {
        return finding.rule().equals("failing-archiver");
    }

    private static void slots(Scene scene, List<Measure> measures) {
        List<Finding> slots =
                scene.findings().stream().filter(finding -> !isArchive(finding)).toList();
        if (slots.isEmpty()) {
            return;
        }
        measures.add(Measure.look(
                "Find out who reads each slot, and start that reader again: then the WAL goes, and nothing is lost.",
                Sql.format("select slot_name, slot_type, plugin, database, active, wal_status, restart_lsn from"
                        + " pg_replication_slots order by restart_lsn")));
        slots.forEach(finding -> measures.add(Measure.cure(finding)));
    }

    private static Measure host(Scene scene) {
        if (scene.edition().managed()) {
            return Measure.words("See in the console of " + scene.edition().displayName()
                    + " how full the storage is, and enlarge it"
                    + " there, which is the quickest help. Few services can make it smaller again.");
        }
        return Measure.look(
                "See on the server's host which file system is full, and what fills it: PostgreSQL cannot tell how much"
                        + " room is left. Old logs and core files may go; what the server itself keeps may not.",
                "df -h " + scene.dataFolder() + " " + scene.dataFolder() + "/pg_wal",
                "du -xsh " + scene.dataFolder() + "/* | sort -h");
    }

    private static Measure largest() {
        return Measure.look(
                "See what is largest in this database. What can be spared whole, such as an old partition that is kept"
                        + " elsewhere, gives its room back at once when it is dropped, and is then gone; deleted rows give"
                        + " nothing back to the disk.",
                Sql.format(
                        "select oid::regclass, relkind, pg_size_pretty(relpages * current_setting('block_size')::bigint)"
                                + " from pg_class order by relpages desc limit 20"));
    }

    private static List<String> numbers(Scene scene) {
        List<String> numbers = new ArrayList<>();
        List<DatabaseSize> sizes = scene.all(DatabaseSize.class).stream()
                .sorted(Comparator.comparingLong(DatabaseSize::bytes).reversed())
                .toList();
        if (!sizes.isEmpty()) {
            numbers.add(Words.count(sizes.size(), "database") + " of "
                    + Words.bytes(sizes.stream().mapToLong(DatabaseSize::bytes).sum()) + " in all, the largest \""
                    + sizes.getFirst().name() + "\" with "
                    + Words.bytes(sizes.getFirst().bytes()));
        }
        scene.all(WalDirectory.class)
                .forEach(wal -> numbers.add(Words.bytes(wal.bytes()) + " in pg_wal, in "
                        + Words.count(wal.files(), "file") + "; usual are up to " + Words.bytes(usualWal(scene))));
        numbers.add((scene.sees(TemporaryFiles.class)
                        ? Words.bytes(scene.all(TemporaryFiles.class).stream()
                                .mapToLong(TemporaryFiles::bytes)
                                .sum())
                        : "? bytes")
                + " in temporary files now");
        numbers.add("how much room is left on the disk, PostgreSQL cannot tell");
        return numbers;
    }
}
