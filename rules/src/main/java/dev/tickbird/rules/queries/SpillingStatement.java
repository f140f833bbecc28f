// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.queries;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A statement that sorts or hashes on disk each time what would find room in memory.
///
/// @param minShare of the time of all statements of this database; what takes less is not worth the work
/// @param minCalls fewer are a report, which may take its time
/// @param minLoad its time as a share of the time that passed
/// @param minSpilled bytes that a call writes to temporary files, on average
/// @param maxSpilled no session is given so much memory
/// @param minWait where it is measured, the part of its time that goes into such files
/// @param minAge younger counters show a busy hour, not the workload
public record SpillingStatement(
        double minShare,
        long minCalls,
        double minLoad,
        Bytes minSpilled,
        Bytes maxSpilled,
        double minWait,
        Duration minAge)
        implements Rule {

    /// As much in memory as on disk, where rows lie closer.
    private static final long IN_MEMORY = 4;

    public SpillingStatement() {
        this(0.05, 100, 0.01, Bytes.parse("1 MB"), Bytes.parse("256 MB"), 0.1, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Database.class, Statement.class, StatementText.class, StatementsInfo.class)
                .statementsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Duration age = Duration.between(snapshot.the(StatementsInfo.class).statisticsSince(), snapshot.takenAt());
        List<Cost> costs = Cost.ofStatements(snapshot);
        double all = costs.stream().mapToDouble(Cost::millis).sum();
        int block = snapshot.the(Server.class).blockSize();
        return costs.stream()
                .filter(cost -> cost.calls() >= minCalls && cost.millis() >= minShare * all)
                .filter(cost -> cost.millis() >= minLoad * age.toMillis())
                .filter(cost ->
                        spilled(cost, block) >= minSpilled.number() && spilled(cost, block) <= maxSpilled.number())
                .filter(cost -> cost.spillMillis() == 0 || cost.spillMillis() >= minWait * cost.millis())
                .flatMap(cost -> cost.work(snapshot).map(words -> finding(cost, words, age, block)));
    }

    private static long spilled(Cost cost, int block) {
        return cost.spilled() * block / cost.calls();
    }

    private Finding finding(Cost cost, StatementWords words, Duration age, int block) {
        long bytes = Long.highestOneBit(Math.max(1, spilled(cost, block)));
        long megabytes = Math.max(8, bytes * IN_MEMORY >> 20);
        String measured = cost.spillMillis() == 0
                ? ""
                : ", of which " + Words.percent(cost.spillMillis() / cost.millis()) + " goes into these files";
        return finding(
                Severity.ADVICE,
                new Subject("statement", words.identity()),
                "a statement writes " + Words.bytes(bytes) + " or more to temporary files with each call, on average",
                "In " + Words.duration(age) + " it ran " + Words.count(cost.calls(), "time") + ", "
                        + String.format(Locale.ROOT, "%.3f seconds", cost.meanMillis() / 1000) + " on average"
                        + measured + ": " + words.shortened(),
                Evidence.of("spilledBytes", bytes)
                        .and("calls", cost.calls())
                        .and("meanSeconds", cost.meanMillis() / 1000),
                "What it sorts, hashes or gathers does not fit into work_mem and goes to the disk and back with each call;"
                        + " in memory it would take a fraction of the time.",
                Remedy.Advice.inOrder(
                        List.of(
                                "See with explain (analyze, buffers) which step it is: \"external merge\", \"Batches\" above"
                                        + " 1, or \"Disk Usage\".",
                                "If it sorts, see whether an index has the rows in that order; if it joins or counts more"
                                        + " rows than it needs, leave them out before.",
                                "If it needs them all, try \"set local work_mem = '" + megabytes
                                        + "MB'\" in its transaction, and give it to the role that runs it with \"alter"
                                        + " role … set work_mem\" once the step stays in memory."),
                        Sql.format("select calls, mean_exec_time, temp_blks_written / calls as spilled_blocks, query"
                                + " from pg_stat_statements where calls > 0 order by temp_blks_written desc limit 5")));
    }
}
