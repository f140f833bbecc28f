// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.StandbyConflicts;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A standby that cancels queries again and again, because replay may not wait for them any longer.
///
/// @param minAge younger counters do not say how often
/// @param minCount fewer may be one accident
/// @param minPerDay what is rarer, whoever repeats a query does not feel
public record RecoveryConflict(Duration minAge, long minCount, double minPerDay) implements Rule {

    private static final String SNAPSHOTS = "rows that vacuum has removed on the primary";
    private static final String LOCKS = "tables that were locked on the primary";

    public RecoveryConflict() {
        this(Duration.ofDays(1), 10, 10);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, StandbyConflicts.class).statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        double days = server.statisticsAge().toMillis() / 86_400_000.0;
        return snapshot.all(StandbyConflicts.class).stream()
                .filter(conflicts -> server.inRecovery() && conflicts.name().equals(server.database()))
                .filter(conflicts -> conflicts.total() >= minCount && conflicts.total() >= minPerDay * days)
                .map(conflicts -> finding(conflicts, server));
    }

    private static Map<String, Long> reasons(StandbyConflicts conflicts) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        reasons.put(SNAPSHOTS, conflicts.snapshots());
        reasons.put(LOCKS, conflicts.locks());
        reasons.put("pages that were in use", conflicts.bufferPins());
        reasons.put("deadlocks with replay", conflicts.deadlocks());
        reasons.put("dropped tablespaces", conflicts.tablespaces());
        reasons.put("logical slots", conflicts.logicalSlots() == null ? 0 : conflicts.logicalSlots());
        reasons.values().removeIf(count -> count == 0);
        return reasons;
    }

    private Finding finding(StandbyConflicts conflicts, Server server) {
        Map<String, Long> reasons = reasons(conflicts);
        return finding(
                Severity.ADVICE,
                new Subject("database", server.database()),
                "replay has cancelled " + Words.count(conflicts.total(), "query") + " of database \""
                        + server.database() + "\" on this standby",
                "That was in " + Words.duration(server.statisticsAge()) + ", because of: "
                        + reasons.entrySet().stream()
                                .map(reason -> reason.getKey() + " (" + Words.count(reason.getValue()) + ")")
                                .collect(Collectors.joining(", "))
                        + ".",
                Evidence.of("conflicts", conflicts.total())
                        .and("statisticsDays", server.statisticsAge().toDays()),
                "Reports and exports here fail with \"canceling statement due to conflict with recovery\", the long"
                        + " ones first.",
                remedy(reasons));
    }

    private static Remedy remedy(Map<String, Long> reasons) {
        List<String> options = new ArrayList<>();
        if (reasons.containsKey(SNAPSHOTS)) {
            options.add("Set hot_standby_feedback = on here: the primary then keeps the rows, at the price that a long"
                    + " query here holds up its vacuum.");
        }
        if (reasons.containsKey(LOCKS)) {
            options.add("Let what locks tables on the primary, such as \"alter table\", \"truncate\" and the end of a"
                    + " vacuum that"
                    + " gives back pages, run when no report does; \"vacuum_truncate = off\" for a table"
                    + " spares the last.");
        }
        options.add("Raise max_standby_streaming_delay here to what the longest query needs: replay then waits so long,"
                + " and all"
                + " others see older data. A standby for reports alone, beside the one for failover, may wait"
                + " for hours.");
        return new Remedy.Advice(
                options, Sql.format("select * from pg_stat_database_conflicts where datname = current_database()"));
    }
}
