// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Severity;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Data is damaged: everything is copied as it is before anybody tries to mend it.
record DamagedData() implements Playbook {

    /// What hides damage, or hands it on, while it is on.
    private enum Hiding {
        ZERO_DAMAGED_PAGES("Pages that cannot be read are overwritten with nothing: each read makes the loss final."),
        IGNORE_CHECKSUM_FAILURE("Pages with a wrong checksum are read as if they were right: rows may be wrong."),
        IGNORE_INVALID_PAGES("Recovery passes over pages that are not there: rows may be missing.");

        private final String effect;

        Hiding(String effect) {
            this.effect = effect;
        }

        private String setting() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Sign sign() {
            return Sign.of(Sign.Weight.ALARM, setting() + " is on", effect, Evidence.of("setting", setting()));
        }
    }

    @Override
    public List<String> never() {
        return List.of(
                "Do not begin with pg_resetwal: it throws away what the WAL would still repair, and leaves a database that"
                        + " only seems sound.",
                "Do not set zero_damaged_pages or ignore_checksum_failure first: the one makes the loss final, the other"
                        + " hands out wrong rows.",
                "No vacuum, no reindex and no dump onto the same disk before the copy is made: each of them writes, and may"
                        + " make a damage spread.",
                "Do not let old backups expire: the sound one may be among them.",
                "Do not delete a file of the data folder, nor postmaster.pid of a server that may still run.");
    }

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
        List<Sign> signs = new ArrayList<>();
        scene.findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.WARNING))
                .forEach(finding ->
                        signs.add(Sign.of(Sign.Weight.of(finding.rule().equals("checksum-failure")), finding)));
        Arrays.stream(Hiding.values())
                .filter(hiding -> scene.isOn(hiding.setting()))
                .forEach(hiding -> signs.add(hiding.sign()));
        return scene.diagnosis(signs, numbers(scene), measures(scene));
    }

    /// Whoever only fears that data is damaged looks first; whoever knows it copies.
    private static List<Measure> measures(Scene scene) {
        boolean counted =
                scene.findings().stream().anyMatch(finding -> finding.rule().equals("checksum-failure"));
        List<Measure> measures = new ArrayList<>();
        if (!counted) {
            measures.add(log(scene));
        }
        measures.add(Measure.words(
                "Keep every backup and all archived WAL: switch off whatever deletes them by age. See that"
                        + " there is room for them, and switch it on again when all is well."));
        if (counted) {
            measures.add(log(scene));
        }
        standby(scene).ifPresent(measures::add);
        measures.add(scene.edition().managed() ? managed(scene) : copy(scene));
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

    private static Optional<Measure> standby(Scene scene) {
        if (scene.standby()) {
            return Optional.of(
                    Measure.words("This is a standby: run this playbook on its primary. If that one is sound,"
                            + " nothing is lost; make this standby anew, on another disk."));
        }
        return scene.all(Replica.class).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Measure.words("There is a standby: what a disk damages does not travel with the WAL, so it is"
                                + " likely to be sound. Run this playbook there; if it sees nothing, switch over to it, and build"
                                + " this server anew on another disk."));
    }

    private static Measure log(Scene scene) {
        String what = "Look in the server's log for what is damaged";
        return scene.edition().managed()
                ? Measure.words(what + ", in the console of " + scene.edition().displayName()
                        + ": \"invalid page\", \"could not read block\", \"missing chunk\", PANIC.")
                : Measure.look(
                        what
                                + ", and in the kernel's for the disk: the number at the end of a file's name leads to a table"
                                + " or an index with \"select pg_filenode_relation(0, NUMBER)\".",
                        "grep -E 'invalid page|could not (read|open)|checksum|missing chunk|PANIC' " + scene.logs()
                                + "/*",
                        "dmesg --level=emerg,alert,crit,err | tail -n 50");
    }

    private static Measure copy(Scene scene) {
        String folder = scene.dataFolder();
        List<String> spaces = scene.all(Tablespace.class).stream()
                .map(Tablespace::location)
                .filter(Objects::nonNull)
                .map(Scene::quoted)
                .toList();
        return Measure.shell(
                "If it is certain, stop the applications and the server, and copy its data folder as it is to another disk,"
                        + " before anything else is tried. Stop it by what started it (systemctl, pg_ctlcluster, Patroni, an"
                        + " operator), or that will start it again or fail over. If it does not stop, copy it nevertheless: a"
                        + " copy that is not quite whole is better than none.",
                "Nobody works until the server is started again, and one that is damaged may not start. So if there is no"
                        + " backup, dump what is worth most to another disk first. The copy needs as much room as the folder"
                        + " takes.",
                "Start the server again, by what started it. The copy stays until all is well.",
                Stream.concat(
                                Stream.of("pg_ctl stop -D " + folder + " -m fast"),
                                Stream.concat(Stream.of(folder), spaces.stream())
                                        .map(place -> "cp -a " + place + " /another/disk/"))
                        .toArray(String[]::new));
    }

    private static Measure managed(Scene scene) {
        return Measure.words("Stop the applications, make a snapshot of the instance in the console of "
                + scene.edition().displayName()
                + " before anything else is tried, and call its support: nobody else gets"
                + " at the files and the disk. A snapshot is taken back by deleting it.");
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
                                + " counted in "
                                + Words.count(
                                        counted.stream()
                                                .filter(it -> it.name() != null)
                                                .count(),
                                        "database")
                                + ", of the pages that were read since"
                                + " the counters were reset; what nobody reads, nobody counts"
                        : "checksums are off: the server does not notice a page that the disk has changed, unless it makes no sense"
                                + " at all");
        numbers.add("an error such as \"invalid page in block\" or \"could not read block\" in the log is proof enough,"
                + " whatever is counted here; the log is not read from here");
        numbers.add(scene.count(Replica.class, "standby") + " connected; "
                + scene.all(Archiver.class).stream()
                        .map(Archiver::lastArchivedAt)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(then -> "the last WAL file was archived " + scene.age(then) + " ago")
                        .orElse("no WAL file has been archived, as far as is seen"));
        return numbers;
    }
}
