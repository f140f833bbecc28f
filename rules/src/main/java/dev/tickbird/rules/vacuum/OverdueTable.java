// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.TableStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table with more dead rows than autovacuum waits for, and that for a while already.
///
/// Counters do not say since when. But whatever has died since the last analyze was changed since then, and that is
/// counted: the rest was there when the table was analyzed.
///
/// @param trigger from how many dead rows on autovacuum is to come
/// @param atAnalyze how many there were at least when it was last analyzed
/// @param since when that was
record OverdueTable(Table table, TableStatistics counted, long trigger, long atAnalyze, Instant since) {

    /// Reads tables and their statistics, running vacuums, and the settings of [VacuumTrigger].
    static List<OverdueTable> of(Snapshot snapshot, Duration minAge, long minDead) {
        Server server = snapshot.the(Server.class);
        if (server.inRecovery()
                || Settings.of(snapshot).value("autovacuum").orElse("off").equals("off")) {
            return List.of(); // nothing is vacuumed here, or by nobody but people
        }
        Set<Long> running = snapshot.all(VacuumProgress.class).stream()
                .filter(progress -> server.database().equals(progress.database()))
                .map(VacuumProgress::relation)
                .collect(Collectors.toSet());
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> !running.contains(table.oid()) && !AutovacuumSwitch.isOff(table.options()))
                .flatMap(table -> relations.of(table, TableStatistics.class).stream()
                        .filter(counted -> counted.deadRows() >= minDead)
                        .flatMap(counted -> of(table, counted, snapshot)))
                .filter(overdue -> overdue.waited(snapshot).compareTo(minAge) >= 0)
                .toList();
    }

    private static Stream<OverdueTable> of(Table table, TableStatistics counted, Snapshot snapshot) {
        @Nullable Instant analyzed = later(counted.lastAnalyze(), counted.lastAutoanalyze());
        @Nullable Instant vacuumed = later(counted.lastVacuum(), counted.lastAutovacuum());
        long before = counted.deadRows() - counted.changedSinceAnalyze();
        long trigger = VacuumTrigger.of(table, snapshot);
        return analyzed == null || vacuumed != null && !vacuumed.isBefore(analyzed) || before <= trigger
                ? Stream.empty()
                : Stream.of(new OverdueTable(table, counted, trigger, before, analyzed));
    }

    Duration waited(Snapshot snapshot) {
        return Duration.between(since, snapshot.takenAt());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
