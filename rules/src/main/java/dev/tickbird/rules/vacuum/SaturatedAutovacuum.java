// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All autovacuum workers are at work, and tables have been waiting for one of them for hours.
///
/// @param minAge a table that has waited for less gets its turn
/// @param minDead dead rows of a table that waits
public record SaturatedAutovacuum(Duration minAge, long minDead) implements Rule {

    private static final String WORKERS = "autovacuum_max_workers";

    public SaturatedAutovacuum() {
        this(Duration.ofHours(1), 10_000);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, TableStatistics.class, VacuumProgress.class, Session.class)
                .settings(
                        "autovacuum",
                        WORKERS,
                        CostLimit.AUTOVACUUM,
                        CostLimit.MANUAL,
                        VacuumTrigger.SETTINGS[0],
                        VacuumTrigger.SETTINGS[1],
                        VacuumTrigger.SETTINGS[2]);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<Session> workers = snapshot.all(Session.class).stream()
                .filter(session -> session.kind().equals("autovacuum worker"))
                .toList();
        Optional<Setting> most = Settings.of(snapshot).named(WORKERS);
        List<OverdueTable> waiting = OverdueTable.of(snapshot, minAge, minDead);
        return most.stream()
                .filter(setting -> workers.size() >= Integer.parseInt(setting.value()) && !waiting.isEmpty())
                .map(setting -> finding(setting, workers, waiting, snapshot));
    }

    private Finding finding(Setting setting, List<Session> workers, List<OverdueTable> waiting, Snapshot snapshot) {
        long asleep = workers.stream().filter(CostLimit::holds).count();
        long dead = waiting.stream().mapToLong(it -> it.counted().deadRows()).sum();
        boolean throttled = 2 * asleep >= workers.size();
        Remedy more = NewValue.of(setting, String.valueOf(workers.size() + Math.max(1, workers.size() / 2)));
        return finding(
                Severity.WARNING,
                new Subject("setting", throttled ? CostLimit.AUTOVACUUM : WORKERS),
                "autovacuum does not keep up: " + Words.count(waiting.size(), "table")
                        + (waiting.size() == 1 ? " waits" : " wait") + " while "
                        + (workers.size() == 1
                                ? "the only worker is busy"
                                : "all " + Words.count(workers.size(), "worker") + " are busy"),
                "The first that waits is " + waiting.getFirst().table().qualifiedName() + "; "
                        + Words.count(dead, "dead row") + " wait in all. "
                        + (throttled
                                ? "Asleep at this moment: " + asleep + " of " + workers.size()
                                        + ". They have used up what " + CostLimit.AUTOVACUUM + " allows, "
                                        + CostLimit.now(snapshot)
                                        + ", which all workers share: more workers would only make each of them slower."
                                : "The workers are not held back by their cost limit."),
                Evidence.of("tables", waiting.size())
                        .and("deadRows", dead)
                        .and("workers", workers.size())
                        .and("asleep", asleep),
                "Dead rows pile up faster than they are removed: tables and indexes grow, and scans get slower.",
                throttled ? CostLimit.raised(snapshot).orElse(more) : more);
    }
}
