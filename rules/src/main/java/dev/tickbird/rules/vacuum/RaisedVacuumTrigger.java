// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table whose own storage parameters keep autovacuum away, while dead rows pile up that the server's settings would
/// have had removed long ago.
///
/// @param minDead fewer dead rows do no harm
/// @param minFactor how many times the dead rows exceed what the server's settings allow
/// @param schedule a table that somebody has vacuumed by hand within this time has its own schedule
public record RaisedVacuumTrigger(long minDead, double minFactor, Duration schedule) implements Rule {

    public RaisedVacuumTrigger() {
        this(100_000, 2, Duration.ofDays(7));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, TableStatistics.class)
                .settings(VacuumTrigger.SETTINGS[0], VacuumTrigger.SETTINGS[1], VacuumTrigger.SETTINGS[2]);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> VacuumTrigger.PARAMETERS.stream()
                        .anyMatch(name -> table.option(name).isPresent()))
                .filter(table -> !AutovacuumSwitch.isOff(table.options())) // that is another matter
                .flatMap(table -> relations.of(table, TableStatistics.class).stream()
                        .filter(counted -> isKeptAway(table, counted, snapshot))
                        .map(counted -> finding(table, counted, snapshot)));
    }

    private boolean isKeptAway(Table table, TableStatistics counted, Snapshot snapshot) {
        long dead = counted.deadRows();
        boolean byHand = counted.lastVacuum() != null
                && counted.lastVacuum().plus(schedule).isAfter(snapshot.takenAt());
        return dead >= minDead
                && dead >= minFactor * VacuumTrigger.ofServer(table, snapshot)
                && dead <= VacuumTrigger.of(table, snapshot)
                && !byHand;
    }

    private Finding finding(Table table, TableStatistics counted, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        String parameters = VacuumTrigger.PARAMETERS.stream()
                .flatMap(parameter -> table.option(parameter).stream().map(value -> parameter + " = " + value))
                .collect(Collectors.joining(", "));
        return finding(
                Severity.ADVICE,
                Subject.table(name),
                "table \"" + name + "\" keeps autovacuum away until "
                        + Words.count(VacuumTrigger.of(table, snapshot), "row") + " are dead",
                "It says so itself, with " + parameters + ". " + Words.count(counted.deadRows())
                        + " are dead now, beside " + Words.count(counted.liveRows(), "live one")
                        + "; by the server's settings autovacuum would have come at "
                        + Words.count(VacuumTrigger.ofServer(table, snapshot)) + ".",
                Evidence.of("deadRows", counted.deadRows())
                        .and("trigger", VacuumTrigger.of(table, snapshot))
                        .and("triggerOfServer", VacuumTrigger.ofServer(table, snapshot)),
                "Scans read the dead rows with the others, the table and its indexes grow, and the vacuum that comes"
                        + " at last takes long.",
                remedy(table));
    }

    private static Remedy remedy(Table table) {
        List<String> own = VacuumTrigger.PARAMETERS.stream()
                .filter(name -> table.option(name).isPresent())
                .toList();
        QualifiedName name = table.qualifiedName();
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("alter table %I reset (%I)", name, own))),
                own.stream()
                        .map(parameter -> Step.inTransaction(Sql.format(
                                "alter table %I set (%I = %L)",
                                name, parameter, table.option(parameter).orElseThrow())))
                        .toList(),
                Impact.locking(name, LockMode.SHARE_UPDATE_EXCLUSIVE),
                Sql.format(
                        "select n_dead_tup, last_autovacuum from pg_stat_user_tables where relid = %L::regclass",
                        name));
    }
}
