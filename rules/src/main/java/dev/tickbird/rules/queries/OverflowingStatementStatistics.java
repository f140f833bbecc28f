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
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// There are more kinds of statements than pg_stat_statements keeps: it throws out what it has counted all the time.
///
/// @param minPerDay how often; each time it is one in twenty, so that twenty are the whole list
/// @param minAlike the part of the list that is one statement in many forms, from which on a longer list is no cure
/// @param minAge younger counters show a busy hour
public record OverflowingStatementStatistics(double minPerDay, double minAlike, Duration minAge) implements Rule {

    private static final String SETTING = "pg_stat_statements.max";
    private static final int LEAST = 10; // times, whatever the age

    public OverflowingStatementStatistics() {
        this(20, 0.3, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(StatementsInfo.class, StatementText.class)
                .settings(SETTING)
                .statementsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        StatementsInfo info = snapshot.the(StatementsInfo.class);
        Duration age = Duration.between(info.statisticsSince(), snapshot.takenAt());
        double perDay = info.deallocations() * 86_400_000.0 / Math.max(1, age.toMillis());
        return info.deallocations() >= LEAST && perDay >= minPerDay
                ? Settings.of(snapshot).named(SETTING).stream().map(setting -> finding(setting, perDay, age, snapshot))
                : Stream.empty();
    }

    /// The statements that are the same in another form, of the one that has the most.
    private static List<StatementWords> alike(Snapshot snapshot) {
        Map<String, List<StatementWords>> shapes = snapshot.all(StatementText.class).stream()
                .map(text -> new StatementWords(text.text()))
                .collect(Collectors.groupingBy(StatementWords::shape));
        return shapes.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    private Finding finding(Setting setting, double perDay, Duration age, Snapshot snapshot) {
        List<StatementWords> alike = alike(snapshot);
        double share = (double) alike.size()
                / Math.max(1, snapshot.all(StatementText.class).size());
        long thrownOut = Math.round(perDay * Long.parseLong(setting.value()) / 20);
        return finding(
                Severity.ADVICE,
                new Subject("setting", SETTING),
                "pg_stat_statements throws out statements all the time, for it keeps " + setting.value(),
                "In " + Words.duration(age) + " it has thrown out statements, about " + Words.count(thrownOut)
                        + " a day, always those that had run least."
                        + (share < minAlike
                                ? ""
                                : " Of those that are left, " + 10 * (int) Math.min(share * 10, 9)
                                        + " % or more are one statement in many forms: "
                                        + new StatementWords(alike.getFirst().shape()).shortened()),
                Evidence.of("statementsPerDay", thrownOut).and("alike", share >= minAlike),
                "What a statement has cost is lost before anybody reads it: a report of the month has never run, and sums"
                        + " over all statements are too small.",
                share < minAlike
                        ? NewValue.of(setting, String.valueOf(2 * Long.parseLong(setting.value())))
                        : sentAlike());
    }

    private static Remedy sentAlike() {
        return new Remedy.Advice(
                List.of(
                        "Have the application send one text for all: a list as one array (\"= any($1)\") in place of one"
                                + " constant for each, rows through unnest or copy, and one name for temporary tables. From"
                                + " PostgreSQL 18 on, lists of constants are counted as one by themselves.",
                        "A longer list, " + SETTING + ", only fills later."),
                Sql.format("select dealloc, stats_reset from pg_stat_statements_info"));
    }
}
