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
import java.util.stream.Stream;

/// A query without any condition or limit, whose many rows are fetched again and again.
///
/// @param minRows with each call, on average; a list of countries may be read whole
/// @param minCalls fewer are exports
/// @param minPerSecond rows that it returns, on average
/// @param minAge younger counters show a busy hour, not the workload
public record UnboundedAnswer(long minRows, long minCalls, double minPerSecond, Duration minAge) implements Rule {

    public UnboundedAnswer() {
        this(10_000, 100, 100, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Database.class, Statement.class, StatementText.class, StatementsInfo.class)
                .statementsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Duration age = Duration.between(snapshot.the(StatementsInfo.class).statisticsSince(), snapshot.takenAt());
        double seconds = Math.max(1, age.toMillis()) / 1000.0;
        return Cost.ofStatements(snapshot).stream()
                .filter(cost -> cost.calls() >= minCalls && cost.rows() >= minRows * cost.calls())
                .filter(cost -> cost.rows() >= minPerSecond * seconds)
                .flatMap(cost -> cost.work(snapshot)
                        .filter(StatementWords::isUnboundedQuery)
                        .map(words -> finding(cost, words, age, seconds)));
    }

    private Finding finding(Cost cost, StatementWords words, Duration age, double seconds) {
        long rows = Math.round((double) cost.rows() / cost.calls());
        return finding(
                Severity.ADVICE,
                new Subject("statement", words.identity()),
                "a query without a condition returns many rows, again and again",
                "In " + Words.duration(age) + " it ran " + Words.count(cost.calls(), "time") + " and returned "
                        + Words.count(rows, "row") + " on average: " + words.shortened(),
                Evidence.of("rows", rows)
                        .and("calls", cost.calls())
                        .and("rowsPerSecond", Math.round(cost.rows() / seconds)),
                "The server reads and sends, and the application receives and keeps, mostly what it had before; it grows"
                        + " with the table, until one of them runs out of memory or time.",
                Remedy.Advice.inOrder(
                        List.of(
                                "See what the application does with the rows: what it then picks or counts, the server can"
                                        + " pick or count.",
                                "If it shows them, have it ask for a page at a time, with a condition on the last key it has"
                                        + " seen and a limit.",
                                "If it needs all, have it keep them, and ask only for those that have changed since."),
                        Sql.format("select calls, rows / calls as rows_per_call, query from pg_stat_statements"
                                + " where calls > 0 order by rows desc limit 5")));
    }
}
