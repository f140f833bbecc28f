// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How long the queries of the database take, as far as pg_stat_statements tells.
final class QueryTime {

    private static final double PERCENTILE = 0.95;

    /// Fewer executions are no workload.
    private static final long FEWEST_CALLS = 100;

    /// What answers or changes something; the end of a transaction takes no time and would hide those.
    private static final Pattern QUERY = Pattern.compile(
            "(?is)\\s*(?:/\\*.*?\\*/\\s*|--[^\\n]*\\n\\s*|\\()*(?:select|insert|update|delete|merge|with|values|table)\\b.*");

    private static final String SAMPLING =
            "log_min_duration_statement with log_min_duration_sample, or an extension that"
                    + " keeps a histogram, such as pg_stat_monitor, would tell the percentile itself.";

    /// A row of pg_stat_statements.
    private record Row(long queryId, long role, boolean topLevel) {
        static Row of(Statement statement) {
            return new Row(statement.queryId(), statement.role(), statement.topLevel());
        }
    }

    private QueryTime() {}

    static Reading of(Period period) {
        Snapshot now = period.end();
        @Nullable Reading blind = Sight.blind(now, Statement.class, StatementText.class, StatementsInfo.class);
        if (blind != null) {
            return blind;
        }
        QueryTimes times = new QueryTimes(times(period));
        if (times.calls() < FEWEST_CALLS) {
            return new Reading.Unmeasured(
                    "pg_stat_statements has counted " + Words.count(times.calls(), "query") + " "
                            + since(period, now.the(StatementsInfo.class)),
                    "Ask again when the application has worked for a while.");
        }
        double least = times.atLeast(PERCENTILE);
        double most = times.atMost(PERCENTILE);
        return new Reading.Measured(
                least,
                most,
                "the range that the calls, mean, deviation and extremes in pg_stat_statements leave for "
                        + Words.count(times.calls(), "query") + " " + since(period, now.the(StatementsInfo.class)),
                SAMPLING);
    }

    private static String since(Period period, StatementsInfo info) {
        return period.words(
                Duration.between(info.statisticsSince(), period.end().takenAt()));
    }

    private static List<QueryTimes.Times> times(Period period) {
        Set<Long> queries = period.end().all(StatementText.class).stream()
                .filter(text -> !text.isOwn() && QUERY.matcher(text.text()).matches())
                .map(StatementText::queryId)
                .collect(Collectors.toCollection(HashSet::new));
        Map<Row, Statement> before = new HashMap<>();
        period.begin(Statement.class).forEach(statement -> before.put(Row.of(statement), statement));
        long database = database(period.end());
        return period.end().all(Statement.class).stream()
                .filter(Statement::topLevel)
                .filter(statement -> statement.database() == database && queries.contains(statement.queryId()))
                .map(statement -> times(statement, before.get(Row.of(statement))))
                .filter(times -> times.calls() > 0)
                .toList();
    }

    private static long database(Snapshot snapshot) {
        String name = snapshot.the(Server.class).database();
        return snapshot.all(DatabaseStatistics.class).stream()
                .filter(counted -> Objects.equals(counted.name(), name))
                .mapToLong(DatabaseStatistics::database)
                .findFirst()
                .orElseThrow();
    }

    /// What is new since an earlier look: sums and sums of squares can be subtracted. Extremes that were reset apart do
    /// not fit the mean and are not believed.
    private static QueryTimes.Times times(Statement now, @Nullable Statement old) {
        boolean known = now.minMillis() <= now.meanMillis() && now.meanMillis() <= now.maxMillis();
        double least = known ? now.minMillis() : 0;
        double most = known ? now.maxMillis() : Double.POSITIVE_INFINITY;
        if (old == null || old.calls() > now.calls()) {
            return new QueryTimes.Times(now.calls(), now.meanMillis(), now.deviationMillis(), least, most);
        }
        long calls = now.calls() - old.calls();
        double mean = (now.totalMillis() - old.totalMillis()) / calls;
        double squares = (squares(now) - squares(old)) / calls;
        double deviation = Math.sqrt(Math.max(0, squares - mean * mean));
        return new QueryTimes.Times(calls, mean, deviation, Math.min(least, mean), Math.max(most, mean));
    }

    private static double squares(Statement statement) {
        double mean = statement.meanMillis();
        double deviation = statement.deviationMillis();
        return statement.calls() * (mean * mean + deviation * deviation);
    }
}
