// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Tablespace;
import dev.tickbird.model.statistics.Archiver;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.integrity.ChecksumFailure;
import dev.tickbird.rules.integrity.CollationVersionMismatch;
import dev.tickbird.rules.settings.DisabledDurability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Data is damaged: everything is copied as it is before anybody tries to mend it.
record DamagedData() implements Playbook {

    private static final List<String> NEVER = List.of(
            "Do not begin with pg_resetwal: it throws away what the WAL would still repair, and leaves a database that"
                    + " only seems sound.",
            "Do not set zero_damaged_pages or ignore_checksum_failure first: the one makes the loss final, the other hands"
                    + " out wrong rows.",
            "No vacuum, no reindex and no dump into the same disk before the copy is made: each of them writes, and may"
                    + " make a damage spread.",
            "Do not let old backups expire: the sound one may be among them.",
            "Do not delete a file of the data folder, nor postmaster.pid of a server that may still run.");

    /// What hides damage, or hands it on, while it is on.
    private static final Map<String, String> HIDING = Map.of(
            "zero_damaged_pages",
                    "Pages that cannot be read are overwritten with nothing: each read makes the loss final.",
            "ignore_checksum_failure", "Pages with a wrong checksum are read as if they were right: rows may be wrong.",
            "ignore_invalid_pages", "Recovery passes over pages that are not there: rows may be missing.");

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(DatabaseStatistics.class, Setting.class, Tablespace.class, Replica.class, Archiver.class);
    }

    @Override
    public List<Rule> rules() {
        return List.of(new ChecksumFailure(), new CollationVersionMismatch(), new DisabledDurability());
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        List<Sign> signs = new ArrayList<>(scene.findings().stream()
                .map(finding -> Sign.of(finding.rule().equals("checksum-failure"), finding))
                .toList());
        HIDING.forEach((setting, detail) -> {
            if (scene.isOn(setting)) {
                signs.add(Sign.of(true, setting + " is on", detail, Evidence.of("setting", setting)));
            }
        });
        return new Diagnosis(scene.emergency(), signs, numbers(scene), measures(scene), NEVER);
    }

    private static List<Measure> measures(Scene scene) {
        List<Measure> measures = new ArrayList<>();
        measures.add(scene.edition().managed() ? managed(scene) : copy(scene));
        measures.add(Measure.words("Keep every backup and all archived WAL: switch off whatever deletes them by age."));
        if (!scene.all(Replica.class).isEmpty()) {
            measures.add(
                    Measure.words("There is a standby: the disk's mistakes do not travel with the WAL, so it is likely"
                            + " to be sound. Run this playbook there; if it sees nothing, switch over to it, and build this server"
                            + " anew on another disk."));
        }
        measures.add(Measure.shell(
                "Look in the server's log for what is damaged: the file's name leads to a table or an index with \"select"
                        + " pg_filenode_relation(0, NUMBER)\".",
                Measure.NOTHING_TO_UNDO,
                "",
                "grep -E 'invalid page|could not read block|checksum|missing chunk|PANIC' " + logs(scene),
                "dmesg --level=err,crit | tail -50"));
        measures.add(Measure.shell(
                "On the copy, or on a quiet server, see how far it goes.",
                "It reads every table and index, which takes time and disk traffic, and takes ACCESS SHARE locks. It needs"
                        + " the extension amcheck, and a superuser.",
                "It changes nothing, so there is nothing to undo.",
                "pg_amcheck --all --heapallindexed --progress"));
        measures.add(
                Measure.words("Only then mend: an index with reindex; rows from a backup; a table that is not in one,"
                        + " read around its damaged blocks into a new one. Afterwards dump everything into a new cluster on"
                        + " another disk: a server that was damaged once is not trusted again."));
        return measures;
    }

    private static Measure copy(Scene scene) {
        String shown = scene.setting("data_directory");
        String folder = shown.isEmpty() ? "\"$PGDATA\"" : FullDisk.quoted(shown);
        List<String> spaces = scene.all(Tablespace.class).stream()
                .map(Tablespace::location)
                .filter(Objects::nonNull)
                .map(FullDisk::quoted)
                .toList();
        return Measure.shell(
                "Stop the applications, stop the server, and copy its data folder as it is to another disk, before"
                        + " anything else is tried. If it does not stop, copy it nevertheless: a copy that is not quite"
                        + " whole is better than none.",
                "Every session ends, and nobody works until the server is started again. The copy needs as much room as"
                        + " the folder takes; nothing is written to the original but the last checkpoint.",
                "Start the server again: pg_ctl start -D " + folder + ". The copy stays until all is well.",
                Stream.concat(
                                Stream.of(
                                        "pg_ctl stop -D " + folder + " -m fast", "cp -a " + folder + " /another/disk/"),
                                spaces.stream().map(space -> "cp -a " + space + " /another/disk/"))
                        .toArray(String[]::new));
    }

    private static Measure managed(Scene scene) {
        return Measure.words("Stop the applications, make a snapshot of the instance in the console of "
                + scene.edition().displayName()
                + " before anything else is tried, and call its support: nobody else gets"
                + " at the files and the disk. A snapshot is taken back by deleting it.");
    }

    private static String logs(Scene scene) {
        String folder = scene.setting("log_directory");
        String data = scene.setting("data_directory");
        if (folder.isEmpty() || data.isEmpty()) {
            return "/var/log/postgresql/*";
        }
        return FullDisk.quoted(folder.startsWith("/") ? folder : data + "/" + folder) + "/*";
    }

    private static List<String> numbers(Scene scene) {
        List<String> numbers = new ArrayList<>();
        List<DatabaseStatistics> counted = scene.all(DatabaseStatistics.class);
        boolean counts = !scene.setting("data_checksums").equals("off");
        numbers.add(
                counts
                        ? Words.count(
                                        counted.stream()
                                                .mapToLong(it -> Objects.requireNonNullElse(it.checksumFailures(), 0L))
                                                .sum(),
                                        "checksum failure")
                                + " counted in " + Words.count(counted.size(), "database")
                                + ", of the pages that were read since"
                                + " the counters were reset; what nobody reads, nobody counts"
                        : "checksums are off: the server does not notice a page that the disk has changed, unless it makes no sense"
                                + " at all");
        numbers.add("an error such as \"invalid page in block\" or \"could not read block\" in the log is proof enough,"
                + " whatever is counted here; the log is not read from here");
        numbers.add(
                Words.count(scene.all(Replica.class).size(), "standby") + " connected; the last WAL file was archived "
                        + scene.all(Archiver.class).stream()
                                .map(Archiver::lastArchivedAt)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .map(then -> scene.age(then) + " ago")
                                .orElse("never, as far as is seen"));
        return numbers;
    }
}
