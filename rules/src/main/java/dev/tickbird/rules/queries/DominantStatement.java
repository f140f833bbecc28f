// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.queries;

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
import java.util.Set;
import java.util.stream.Stream;

/// A statement that takes a large part of all the time that the database spends on statements, and is slow each time.
///
/// @param minShare of the time of all statements of this database
/// @param minMean what is faster is cured where it is called, not here
/// @param minCalls fewer say nothing
/// @param minLoad its time as a share of the time that passed: on an idle server no statement matters
/// @param minAge younger counters show a busy hour, not the workload
public record DominantStatement(double minShare, Duration minMean, long minCalls, double minLoad, Duration minAge)
        implements Rule {

    public DominantStatement() {
        this(0.25, Duration.ofMillis(20), 100, 0.01, Duration.ofDays(1));
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
        return costs.stream()
                .filter(cost -> cost.calls() >= minCalls && cost.meanMillis() >= minMean.toMillis())
                .filter(cost -> cost.millis() >= minShare * all && cost.millis() >= minLoad * age.toMillis())
                .flatMap(cost ->
                        cost.work(snapshot).map(words -> finding(cost, words, cost.millis() / all, age, snapshot)));
    }

    /// They know why.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("spilling-statement", "unbounded-answer");
    }

    private Finding finding(Cost cost, StatementWords words, double share, Duration age, Snapshot snapshot) {
        int tenths = 10 * (int) Math.min(share * 10, 9); // its first digit is all that lasts from day to day
        String database = snapshot.the(Server.class).database();
        long bytesPerCall =
                cost.blocks() / cost.calls() * snapshot.the(Server.class).blockSize();
        return finding(
                Severity.WARNING,
                new Subject("statement", words.identity()),
                "one statement takes " + tenths + " % or more of the time of all statements in database \"" + database
                        + "\"",
                "In " + Words.duration(age) + " it ran " + Words.count(cost.calls(), "time") + ", "
                        + String.format(Locale.ROOT, "%.3f seconds", cost.meanMillis() / 1000)
                        + " on average. A call reads "
                        + Words.bytes(bytesPerCall) + " and returns or changes "
                        + Words.count(Math.round((double) cost.rows() / cost.calls()), "row") + ": "
                        + words.shortened(),
                Evidence.of("totalSeconds", Math.round(cost.millis() / 1000))
                        .and("meanSeconds", cost.meanMillis() / 1000)
                        .and("calls", cost.calls())
                        .and("sharePercent", tenths),
                "No other statement is worth as much work: what makes this one faster relieves the whole database.",
                Remedy.Advice.inOrder(
                        List.of(
                                "See where its time goes: explain (analyze, buffers) with the constants of a slow call.",
                                "If it reads many rows and returns few, it lacks an index on what it filters by.",
                                "If it reads what it returns, ask for it less often or keep the answer."),
                        Sql.format("select calls, mean_exec_time, total_exec_time, query from pg_stat_statements"
                                + " order by total_exec_time desc limit 5")));
    }
}
