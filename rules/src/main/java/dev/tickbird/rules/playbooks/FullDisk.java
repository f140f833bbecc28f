// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.DatabaseSize;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.statistics.Archiver;
import dev.tickbird.model.statistics.TemporaryFiles;
import dev.tickbird.model.statistics.WalDirectory;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.connections.EndOfSession;
import dev.tickbird.rules.replication.InactiveReplicationSlot;
import dev.tickbird.rules.replication.LaggingReplicationSlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The disk fills up: whatever makes it grow is stopped before anything is removed.
record FullDisk() implements Playbook {

    private static final long MEGABYTE = 1L << 20;

    /// A spill of this size is no emergency yet, but may be the one that grows.
    private static final long MUCH_SPILLED = 1L << 30;

    private static final int LINES = 6;

    private static final List<String> NEVER = List.of(
            "Never delete, move or empty files in pg_wal, pg_xact or base by hand: without its WAL the server does not start"
                    + " again, and rows are lost.",
            "No VACUUM FULL, CLUSTER or REINDEX to win space: each writes the table or index anew before the old one goes,"
                    + " and needs its size once more.",
            "Do not drop a slot before you know who needs it: its reader must then be built anew.",
            "Do not set archive_command to something that always succeeds, such as /bin/true: the archive then has a hole,"
                    + " and no restore goes past it.",
            "Do not wait until it is full: the server then stops, and starts again only once there is room.");

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                DatabaseSize.class,
                WalDirectory.class,
                TemporaryFiles.class,
                Archiver.class,
                ReplicationSlot.class,
                Session.class,
                Table.class,
                Setting.class);
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                new InactiveReplicationSlot(Bytes.parse("16 MB"), Bytes.parse("1 GB")),
                new LaggingReplicationSlot(Bytes.parse("1 GB"), 0.5));
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        List<Sign> signs = new ArrayList<>();
        spills(scene).forEach(spill -> signs.add(sign(spill, scene)));
        if (isArchiveFailing(scene)) {
            signs.add(archive(scene.all(Archiver.class).getFirst(), scene));
        }
        scene.findings().forEach(finding -> signs.add(Sign.of(isWalMuch(scene), finding)));
        scene.all(WalDirectory.class).stream().filter(_ -> isWalMuch(scene)).forEach(wal -> signs.add(wal(wal, scene)));
        return new Diagnosis(scene.emergency(), signs, numbers(scene), measures(scene), NEVER);
    }

    private static List<TemporaryFiles> spills(Scene scene) {
        return scene.all(TemporaryFiles.class).stream()
                .filter(spill -> spill.bytes() >= MEGABYTE)
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
                spill.bytes() >= MUCH_SPILLED,
                "session " + spill.pid() + " has spilled " + Words.bytes(spill.bytes()) + " into "
                        + Words.count(spill.files(), "temporary file"),
                session(spill, scene)
                        .map(session -> EndOfSession.story(session, scene.snapshot()) + ".")
                        .orElse("There is no such session any more: the files go with the next start of the server."),
                Evidence.of("bytes", spill.bytes()).and("pid", spill.pid()));
    }

    private static boolean isArchiveFailing(Scene scene) {
        return scene.all(Archiver.class).stream().anyMatch(Archiver::isFailing)
                && !scene.setting("archive_mode").equals("off");
    }

    private static Sign archive(Archiver archiver, Scene scene) {
        return Sign.of(
                true,
                "archiving of WAL fails, and what is not archived stays in pg_wal",
                Words.count(archiver.failed(), "attempt") + " failed, the last " + scene.age(archiver.lastFailedAt())
                        + " ago, for file " + archiver.lastFailed() + ". The last success "
                        + (archiver.lastArchivedAt() == null
                                ? "is not known."
                                : "was " + scene.age(archiver.lastArchivedAt()) + " ago."),
                Evidence.of("failed", archiver.failed()));
    }

    /// What the server keeps of its own accord.
    private static long usualWal(Scene scene) {
        return Math.max(scene.number("max_wal_size"), scene.number("wal_keep_size")) * MEGABYTE;
    }

    private static boolean isWalMuch(Scene scene) {
        return scene.all(WalDirectory.class).stream()
                .anyMatch(wal -> usualWal(scene) > 0 && wal.bytes() > 3 * usualWal(scene) / 2);
    }

    private static Sign wal(WalDirectory wal, Scene scene) {
        return Sign.of(
                true,
                "pg_wal takes " + Words.bytes(wal.bytes()) + ", more than " + Words.bytes(usualWal(scene))
                        + " that max_wal_size and wal_keep_size ask for",
                "Something keeps it: a slot, an archive that fails, or a checkpoint that does not come to its end.",
                Evidence.of("bytes", wal.bytes()).and("files", wal.files()));
    }

    private static List<Measure> measures(Scene scene) {
        List<Measure> measures = new ArrayList<>();
        for (TemporaryFiles spill : spills(scene)) {
            session(spill, scene)
                    .ifPresent(session -> measures.addAll(Measure.of(
                                    "End what session " + spill.pid() + " does, which gives back "
                                            + Words.bytes(spill.bytes()) + " at once.",
                                    EndOfSession.of(session),
                                    "Its statement fails, its temporary files go, and nothing that is stored is touched.")
                            .toList()));
        }
        if (isArchiveFailing(scene)) {
            measures.add(Measure.words("Mend the archive: the server's log says what archive_command answered. Is its"
                    + " target full, or not reachable, or its password out of date? Once it succeeds, pg_wal empties by"
                    + " itself."));
        }
        if (!scene.findings().isEmpty()) {
            slots(scene, measures);
        }
        measures.addAll(
                measures.isEmpty() ? List.of(host(scene), largest()) : List.of(host(scene), largest(), limit()));
        return measures;
    }

    private static void slots(Scene scene, List<Measure> measures) {
        measures.add(Measure.look(
                "Find out who reads each slot, and start that reader again: then the WAL goes, and nothing is lost.",
                Sql.format("select slot_name, slot_type, plugin, database, active, wal_status, restart_lsn from"
                        + " pg_replication_slots order by restart_lsn")));
        for (Finding finding : scene.findings()) {
            measures.addAll(
                    Measure.of("Drop it, for it is lost already.", finding.remedy(), "Its reader must begin anew.")
                            .toList());
        }
    }

    private static Measure host(Scene scene) {
        if (scene.edition().managed()) {
            return Measure.words(
                    "See in the console of " + scene.edition().displayName() + " how full the storage is, and"
                            + " enlarge it: that needs no restart there, and is the quickest help.");
        }
        String folder = scene.setting("data_directory").isEmpty() ? "$PGDATA" : quoted(scene.setting("data_directory"));
        return Measure.shell(
                "See on the server's host which file system is full, and what fills it: PostgreSQL cannot tell how much"
                        + " room is left. Old logs and core files may go; what the server itself keeps may not.",
                Measure.NOTHING_TO_UNDO,
                "",
                "df -h " + folder + " " + folder + "/pg_wal",
                "du -xsh " + folder + "/* | sort -h");
    }

    static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }

    private static Measure largest() {
        return Measure.look(
                "See what is largest in this database. What can be spared whole, such as old partitions or a table of logs,"
                        + " gives its room back at once with drop or truncate; deleted rows do not.",
                Sql.format(
                        "select oid::regclass, pg_size_pretty(pg_total_relation_size(oid)) from pg_class where relkind"
                                + " in ('r', 'm') order by pg_total_relation_size(oid) desc limit 20"));
    }

    private static Measure limit() {
        return Measure.sql(
                "Afterwards, limit what may grow: what slots keep, and what one session spills.",
                "A slot beyond its limit is lost, and a statement beyond its own fails; the disk stays free.",
                "Run alter system reset for both, and reload.",
                Sql.format("alter system set max_slot_wal_keep_size = '50GB'"),
                Sql.format("alter system set temp_file_limit = '20GB'"),
                Sql.format("select pg_reload_conf()"));
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
        numbers.add(Words.bytes(scene.all(TemporaryFiles.class).stream()
                        .mapToLong(TemporaryFiles::bytes)
                        .sum())
                + " in temporary files now");
        numbers.add("how much room is left on the disk, PostgreSQL cannot tell");
        return numbers;
    }
}
