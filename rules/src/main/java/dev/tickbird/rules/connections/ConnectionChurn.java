// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Sessions that begin and end all the time: to start a process for each costs the server more than what it then does.
///
/// @param minAge younger counters show one busy moment
/// @param minPerSecond new sessions a second, on average
/// @param muchPerSecond from here on the starts alone keep a processor busy
/// @param maxLife sessions that last longer, on average, do not come from the lack of a pool
public record ConnectionChurn(Duration minAge, double minPerSecond, double muchPerSecond, Duration maxLife)
        implements Rule {

    public ConnectionChurn() {
        this(Duration.ofHours(1), 5, 50, Duration.ofSeconds(10));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, DatabaseStatistics.class).statisticsOlderThan(minAge);
    }

    /// Of this database only: when the counters of others began, is for those to say who examine them.
    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        return snapshot.all(DatabaseStatistics.class).stream()
                .filter(counted -> server.database().equals(counted.name()) && counted.sessions() > 0)
                .filter(counted -> perSecond(counted, server) >= minPerSecond
                        && life(counted).compareTo(maxLife) <= 0)
                .map(counted -> finding(counted, server));
    }

    private static double perSecond(DatabaseStatistics counted, Server server) {
        return counted.sessions() * 1000.0 / Math.max(server.statisticsAge().toMillis(), 1);
    }

    private static Duration life(DatabaseStatistics counted) {
        return Duration.ofMillis(Math.round(counted.sessionMillis() / counted.sessions()));
    }

    private Finding finding(DatabaseStatistics counted, Server server) {
        double perSecond = perSecond(counted, server);
        String rate = String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond) + " a second";
        double transactions = (double) (counted.commits() + counted.rollbacks()) / counted.sessions();
        double lifeSeconds = life(counted).toMillis() / 1000.0;
        return finding(
                perSecond >= muchPerSecond ? Severity.WARNING : Severity.ADVICE,
                new Subject("database", server.database()),
                "sessions of database \"" + server.database() + "\" begin and end all the time, " + rate,
                "On average a session lasts "
                        + (lifeSeconds < 1 ? "less than a second" : Words.duration(life(counted))) + " and does "
                        + Words.count(Math.round(transactions), "transaction") + ".",
                Evidence.of("perSecond", Math.round(perSecond * 10) / 10.0).and("lifeSeconds", lifeSeconds),
                "Each start is a new process that logs in and fills its caches: milliseconds of a processor, and for"
                        + " the user"
                        + " several trips over the network before the first query. A slow moment turns into a storm, for"
                        + " everybody connects at once.",
                new Remedy.Advice(
                        List.of(
                                "Let the application keep its connections: a pool in each process of it, such as"
                                        + " HikariCP, pgx"
                                        + " pool or SQLAlchemy's, or persistent connections in its framework.",
                                "Where processes are short-lived, as with PHP or functions in a cloud, put PgBouncer"
                                        + " between them and the server, in transaction mode.",
                                "Look whether a health check or monitoring connects each time, and let it keep its"
                                        + " session."),
                        Sql.format("select sessions, session_time / nullif(sessions, 0) as millis_each, stats_reset"
                                + " from pg_stat_database where datname = current_database()")));
    }
}
