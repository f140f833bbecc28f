// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.VacuumProgress;
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
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A table that has waited for autovacuum for hours, with more dead rows than autovacuum waits for.
///
/// @param minAge autovacuum looks at a database once a minute, and then has work elsewhere for a while
/// @param minDead fewer dead rows do no harm
public record OverdueVacuum(Duration minAge, long minDead) implements Rule {

    public OverdueVacuum() {
        this(Duration.ofHours(1), 10_000);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, TableStatistics.class, VacuumProgress.class)
                .settings(
                        "autovacuum", VacuumTrigger.SETTINGS[0], VacuumTrigger.SETTINGS[1], VacuumTrigger.SETTINGS[2]);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return OverdueTable.of(snapshot, minAge, minDead).stream().map(overdue -> finding(overdue, snapshot));
    }

    private Finding finding(OverdueTable overdue, Snapshot snapshot) {
        QualifiedName name = overdue.table().qualifiedName();
        TableStatistics counted = overdue.counted();
        Duration waited = overdue.waited(snapshot);
        return finding(
                Severity.WARNING,
                Subject.table(name),
                "table \"" + name + "\" has waited for a vacuum for " + Words.duration(waited),
                "Autovacuum is to come at " + Words.count(overdue.trigger(), "dead row") + ". There are "
                        + Words.count(counted.deadRows()) + " now, beside "
                        + Words.count(counted.liveRows(), "live one")
                        + ", and there were at least " + Words.count(overdue.atAnalyze())
                        + " when the table was last analyzed. No vacuum has ended since, and none runs.",
                Evidence.of("deadRows", counted.deadRows())
                        .and("trigger", overdue.trigger())
                        .and("waitedSeconds", waited.toSeconds()),
                "Scans read the dead rows with the others, and the table and its indexes grow instead of reusing their"
                        + " room.",
                Remedy.Statement.harmless(
                        List.of(Step.alone(Sql.format("vacuum %I", name))),
                        Impact.locking(name, LockMode.SHARE_UPDATE_EXCLUSIVE),
                        Sql.format(
                                "select n_dead_tup, last_vacuum, last_autovacuum from pg_stat_user_tables"
                                        + " where relid = %L::regclass",
                                name)));
    }
}
