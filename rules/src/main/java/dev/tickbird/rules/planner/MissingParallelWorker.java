// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.planner;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.ServerValue;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Plans are made for parallel workers that often do not come, because all there may be are busy.
///
/// @param maxShare of the workers that plans asked for, those that came
/// @param minMissingPerHour fewer nobody feels
/// @param minAge younger counters show a busy hour
public record MissingParallelWorker(double maxShare, double minMissingPerHour, Duration minAge) implements Rule {

    private static final String WORKERS = "max_parallel_workers";
    private static final String GATHER = "max_parallel_workers_per_gather";
    private static final String PROCESSES = "max_worker_processes";

    public MissingParallelWorker() {
        this(0.75, 60, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, DatabaseStatistics.class, SettingOverride.class)
                .settings(WORKERS, GATHER, PROCESSES)
                .statisticsOlderThan(minAge)
                .since(18);
    }

    /// Of this database only: when the counters of others began, is for those to say who examine them.
    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        double hours = Math.max(1, server.statisticsAge().toMillis()) / 3_600_000.0;
        return snapshot.all(DatabaseStatistics.class).stream()
                .filter(counted -> server.database().equals(counted.name()))
                .filter(counted -> launched(counted) <= maxShare * planned(counted)
                        && planned(counted) - launched(counted) >= minMissingPerHour * hours)
                .filter(counted -> planned(counted) > launched(counted))
                .map(counted -> finding(counted, hours, snapshot));
    }

    private static long planned(DatabaseStatistics counted) {
        return Objects.requireNonNullElse(counted.parallelWorkersPlanned(), 0L);
    }

    private static long launched(DatabaseStatistics counted) {
        return Objects.requireNonNullElse(counted.parallelWorkersLaunched(), 0L);
    }

    /// Which the examination itself bounds for its own statements.
    private static String value(String name, Snapshot snapshot) {
        return ServerValue.of(name, snapshot).map(ServerValue::value).orElse("unknown");
    }

    private Finding finding(DatabaseStatistics counted, double hours, Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        double share = (double) launched(counted) / planned(counted);
        long missing = Math.round((planned(counted) - launched(counted)) / hours);
        String workers = value(WORKERS, snapshot);
        String processes = value(PROCESSES, snapshot);
        return finding(
                Severity.ADVICE,
                new Subject("database", database),
                "plans of database \"" + database + "\" get fewer parallel workers than they are made for",
                "Of those that plans asked for, " + Words.percent(share) + " came; " + Words.count(missing)
                        + " an hour did not. " + WORKERS + " is " + workers + ", " + GATHER + " "
                        + value(GATHER, snapshot) + ", and " + PROCESSES + " " + processes + ".",
                Evidence.of("missingPerHour", missing).and("launchedShare", Math.round(share * 100) / 100.0),
                "The planner chose to read whole tables with many hands, and one or two do all the work: just when most is"
                        + " to be done, queries take several times as long as usual.",
                new Remedy.Advice(
                        List.of(
                                "If the host's processors are idle while that happens, raise " + WORKERS + ", now "
                                        + workers
                                        + ", and " + PROCESSES + ", now " + processes
                                        + ", which needs a restart and must have room for all other background workers, too.",
                                "If they are busy, lower " + GATHER
                                        + ", so that plans are made for the workers that they get; give more to the role"
                                        + " that runs the reports."),
                        Sql.format("select parallel_workers_to_launch, parallel_workers_launched, stats_reset"
                                + " from pg_stat_database where datname = current_database()")));
    }
}
