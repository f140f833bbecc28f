// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.locks;

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

/// Deadlocks that come again and again. Each has cost a user the transaction that the server cut down.
///
/// @param minAge younger counters do not say how often
/// @param minCount fewer may be one accident
/// @param minPerDay what is rarer, whoever repeats a failed transaction does not feel
/// @param muchPerDay from here on it costs today
public record RecurringDeadlock(Duration minAge, long minCount, double minPerDay, double muchPerDay) implements Rule {

    public RecurringDeadlock() {
        this(Duration.ofDays(1), 5, 1, 24);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, DatabaseStatistics.class).statisticsOlderThan(minAge);
    }

    /// Of this database only: when the counters of others began, is for those to say who examine them.
    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        double days = server.statisticsAge().toMillis() / 86_400_000.0;
        return snapshot.all(DatabaseStatistics.class).stream()
                .filter(counted -> server.database().equals(counted.name()))
                .filter(counted -> counted.deadlocks() >= minCount && counted.deadlocks() >= minPerDay * days)
                .map(counted -> finding(counted, server));
    }

    private Finding finding(DatabaseStatistics counted, Server server) {
        Duration age = server.statisticsAge();
        double perDay = counted.deadlocks() * 86_400_000.0 / Math.max(age.toMillis(), 1);
        return finding(
                perDay >= muchPerDay ? Severity.WARNING : Severity.ADVICE,
                new Subject("database", server.database()),
                "database \"" + server.database() + "\" has had " + Words.count(counted.deadlocks(), "deadlock")
                        + " in " + Words.duration(age),
                "That is " + String.format(Locale.ROOT, "%,.1f", perDay)
                        + " a day. Each time two or more transactions waited for each other in a circle, and the"
                        + " server ended one of them with an error.",
                Evidence.of("deadlocks", counted.deadlocks()).and("statisticsDays", age.toDays()),
                "Who was cut down gets SQLSTATE 40P01 and must do all its work again, after a wait of deadlock_timeout at"
                        + " least; whoever does not repeat has lost it.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Read in the server's log which statements met: each deadlock is there with both"
                                        + " statements and what they waited for.",
                                "Let all transactions take what they change in one order: tables always in the same,"
                                        + " rows by"
                                        + " primary key, with \"select ... order by id for update\" before an update"
                                        + " of many.",
                                "Take the strongest lock first: \"for update\" where a change will follow, instead of"
                                        + " a read under \"for share\" or a foreign key's lock that is raised later.",
                                "Have the application repeat the whole transaction after SQLSTATE 40P01."),
                        Sql.format("select deadlocks, stats_reset from pg_stat_database"
                                + " where datname = current_database()")));
    }
}
