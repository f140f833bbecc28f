// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.comparison.Meantime.StatementWork;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the statements of the database have cost between two snapshots, those left aside with which Tickbird took them.
final class StatementTraffic {

    private static final Comparator<StatementWork> COSTLIEST = Comparator.comparingDouble(StatementWork::millis)
            .thenComparingLong(StatementWork::calls)
            .reversed()
            .thenComparingLong(StatementWork::queryId);

    private final Moment before;
    private final Moment after;
    private final List<String> remarks;

    /// A row of pg_stat_statements.
    private record Row(long queryId, long database, long role, boolean topLevel) {}

    StatementTraffic(Moment before, Moment after, List<String> remarks) {
        this.before = before;
        this.after = after;
        this.remarks = remarks;
    }

    /// One a query, whoever called it.
    List<StatementWork> statements() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            remarks.add("statements: " + obstacle.get());
            return List.of();
        }
        Map<Row, Statement> known = new HashMap<>();
        before.names().all(Statement.class).forEach(statement -> known.put(row(statement), statement));
        Map<Long, StatementText> texts = new HashMap<>();
        after.names().all(StatementText.class).forEach(text -> texts.put(text.queryId(), text));
        Map<Long, StatementWork> work = new HashMap<>();
        long database = database();
        for (Statement statement : after.names().all(Statement.class)) {
            StatementText text = texts.getOrDefault(
                    statement.queryId(), new StatementText(statement.queryId(), "the text is not known"));
            if (statement.database() == database && !text.isOwn()) {
                work.merge(
                        statement.queryId(),
                        done(statement, known.get(row(statement)), text.text()),
                        StatementTraffic::sum);
            }
        }
        return work.values().stream()
                .filter(each -> each.calls() > 0)
                .sorted(COSTLIEST)
                .toList();
    }

    private Optional<String> obstacle() {
        return Stream.<Class<? extends Fact>>of(Statement.class, StatementsInfo.class)
                .flatMap(fact -> Stream.of(before.blindness(fact), after.blindness(fact)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(gap -> gap.reason())
                .or(this::reset);
    }

    private Optional<String> reset() {
        boolean same = before.snapshot()
                .the(StatementsInfo.class)
                .statisticsSince()
                .equals(after.snapshot().the(StatementsInfo.class).statisticsSince());
        return same ? Optional.empty() : Optional.of("pg_stat_statements was reset in between");
    }

    private long database() {
        return after.names().all(DatabaseStatistics.class).stream()
                .filter(statistics -> after.names().database().equals(statistics.name()))
                .mapToLong(DatabaseStatistics::database)
                .findFirst()
                .orElse(0);
    }

    private static Row row(Statement statement) {
        return new Row(statement.queryId(), statement.database(), statement.role(), statement.topLevel());
    }

    /// Who has fewer calls than before was thrown out and came back: all its calls are new.
    private static StatementWork done(Statement now, @Nullable Statement old, String text) {
        if (old == null || old.calls() > now.calls()) {
            return new StatementWork(now.queryId(), text, now.calls(), now.totalMillis(), now.rows());
        }
        return new StatementWork(
                now.queryId(),
                text,
                now.calls() - old.calls(),
                now.totalMillis() - old.totalMillis(),
                now.rows() - old.rows());
    }

    private static StatementWork sum(StatementWork one, StatementWork other) {
        return new StatementWork(
                one.queryId(),
                one.text(),
                one.calls() + other.calls(),
                one.millis() + other.millis(),
                one.rows() + other.rows());
    }
}
