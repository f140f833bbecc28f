// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Autovacuum that is switched off, for the server or for a table: dead rows stay, statistics grow old.
///
/// @param schedule a table that somebody has vacuumed by hand within this time has its own schedule
public record DisabledAutovacuum(Duration schedule) implements Rule {

    public DisabledAutovacuum() {
        this(Duration.ofDays(7));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, TableStatistics.class).settings("autovacuum", "track_counts");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Stream<Finding> settings = snapshot.all(Setting.class).stream()
                .filter(setting ->
                        setting.name().equals("autovacuum") || setting.name().equals("track_counts"))
                .filter(setting -> setting.value().equals("off") && NewValue.isOfTheServer(setting))
                .map(this::finding);
        Stream<Finding> tables = snapshot.all(Table.class).stream()
                .filter(table -> AutovacuumSwitch.isOff(table) && !hasSchedule(table, snapshot))
                .collect(Collectors.groupingBy(
                        table -> relations.root(table).qualifiedName(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(parts -> finding(relations.root(parts.getFirst()), parts, relations));
        return Stream.concat(settings, tables);
    }

    private boolean hasSchedule(Table table, Snapshot snapshot) {
        return Relations.of(snapshot).of(table, TableStatistics.class).stream()
                .map(TableStatistics::lastVacuum)
                .filter(Objects::nonNull)
                .anyMatch(last -> last.plus(schedule).isAfter(snapshot.takenAt()));
    }

    private Finding finding(Setting setting) {
        return finding(
                Severity.WARNING,
                new Subject("setting", setting.name()),
                setting.name().equals("autovacuum")
                        ? "autovacuum is off for the whole server"
                        : "autovacuum cannot work, for \"track_counts\" is off",
                "Setting \"" + setting.name() + "\" is off"
                        + (setting.name().equals("autovacuum")
                                ? ": dead rows and old statistics are left to whoever vacuums by hand."
                                : ": nothing counts the dead and changed rows by which autovacuum chooses its tables."),
                Evidence.of("setting", setting.name()).and("value", setting.value()),
                "Tables and indexes grow with each update and delete, the planner works with old statistics, and index-only"
                        + " scans go to the table again and again. Only wraparound is still prevented.",
                NewValue.of(setting, "on"));
    }

    private Finding finding(Table root, List<Table> parts, Relations relations) {
        long dead = parts.stream()
                .flatMap(table -> relations.of(table, TableStatistics.class).stream())
                .mapToLong(TableStatistics::deadRows)
                .sum();
        boolean toastOnly = parts.stream().noneMatch(table -> AutovacuumSwitch.isOff(table.options()));
        String which = parts.getFirst().equals(root) ? "it" : Words.count(parts.size(), "partition") + " of it";
        return finding(
                Severity.ADVICE,
                Subject.table(root.qualifiedName()),
                "table \"" + root.qualifiedName() + "\" is left out by autovacuum"
                        + (toastOnly ? " as far as its TOAST table goes" : ""),
                "Storage parameter \"" + (toastOnly ? "toast." : "") + "autovacuum_enabled\" is off for " + which
                        + ", and nobody has vacuumed " + (which.equals("it") ? "it" : "them") + " by hand in "
                        + schedule.toDays() + " days."
                        + (dead > 0
                                ? " " + Words.count(dead, "dead row") + (dead == 1 ? " waits" : " wait") + " there."
                                : ""),
                Evidence.of("deadRows", dead).and("tables", parts.size()),
                toastOnly
                        ? "What long values leave behind when they are changed or deleted is never reused, and takes disk."
                        : "It grows with each update and delete, and the planner never learns how its contents have"
                                + " changed.",
                AutovacuumSwitch.on(parts));
    }
}
