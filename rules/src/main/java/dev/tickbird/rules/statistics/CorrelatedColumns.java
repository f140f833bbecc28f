// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Columns that queries compare together and that depend on each other, which the planner does not know: it takes them
/// for independent, multiplies how rare each is, and expects far too few rows.
///
/// That they depend on each other is not guessed. A query returned more rows per call than there could be if they were
/// independent, even if it had always asked for the most common value of each.
///
/// @param minCalls fewer say nothing
/// @param minRows what a call returns on average, at least
/// @param minFactor how many times the most that there could be
public record CorrelatedColumns(long minCalls, long minRows, double minFactor) implements Rule {

    public CorrelatedColumns() {
        this(10, 100, 10);
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class,
                ColumnStatistics.class,
                ExtendedStatistics.class,
                Database.class,
                Statement.class,
                StatementText.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Surprise.all(snapshot).stream()
                .filter(surprise -> surprise.calls() >= minCalls && surprise.rowsPerCall() >= minRows)
                .filter(surprise -> surprise.rowsPerCall() >= minFactor * surprise.most())
                .filter(surprise -> !isKnown(surprise, snapshot))
                .collect(Collectors.groupingBy(
                        surprise -> List.of(surprise.table().oid(), surprise.columns())))
                .values()
                .stream()
                .map(alike -> finding(alike.getFirst(), snapshot));
    }

    private static boolean isKnown(Surprise surprise, Snapshot snapshot) {
        return Relations.of(snapshot).of(surprise.table(), ExtendedStatistics.class).stream()
                .anyMatch(known -> new HashSet<>(known.columns()).containsAll(surprise.columns()));
    }

    private Finding finding(Surprise surprise, Snapshot snapshot) {
        Table table = surprise.table();
        String columns = String.join(", ", surprise.columns());
        long returned = Math.round(surprise.rowsPerCall());
        return finding(
                Severity.ADVICE,
                Subject.table(table.qualifiedName()).at("(" + columns + ")"),
                "table \"" + table.qualifiedName()
                        + "\" has columns that depend on each other, and the planner does not" + " know it",
                "A query that compares (" + columns + ") returned " + Words.count(returned, "row") + " per call, in "
                        + Words.count(surprise.calls(), "call") + ". If the columns were independent, as the planner"
                        + " assumes, even the most common values would meet in no more than "
                        + Words.count(Math.max(1, Math.round(surprise.most())), "row") + ".",
                Evidence.of("rowsPerCall", returned)
                        .and("mostExpected", Math.max(1, Math.round(surprise.most())))
                        .and("calls", surprise.calls()),
                "Where it expects a row and gets a hundred, it joins by nested loops and sorts with too little memory.",
                remedy(surprise, snapshot));
    }

    private static Remedy remedy(Surprise surprise, Snapshot snapshot) {
        Table table = surprise.table();
        Sql name = Sql.format("%I.%I", table.schema(), free(surprise, snapshot));
        Sql create = Sql.format("create statistics %s on %I from %I", name, surprise.columns(), table.qualifiedName());
        return new Remedy.Statement(
                List.of(Step.inTransaction(create), Analyzed.step(table)),
                List.of(Step.inTransaction(Sql.format("drop statistics %s", name))),
                Analyzed.locks(Impact.NONE, table, snapshot),
                Sql.format(
                        "select n_distinct, dependencies from pg_stats_ext where statistics_schemaname = %L"
                                + " and tablename = %L",
                        table.schema(), table.name()));
    }

    /// As PostgreSQL would name it.
    private static String free(Surprise surprise, Snapshot snapshot) {
        String stem = surprise.table().name() + "_" + String.join("_", surprise.columns());
        String shortened = stem.length() > 40 ? stem.substring(0, stem.offsetByCodePoints(0, 40)) : stem;
        List<String> taken = new ArrayList<>();
        snapshot.all(ExtendedStatistics.class).forEach(known -> taken.add(known.name()));
        String name = shortened + "_stat";
        for (int i = 1; taken.contains(name); i++) {
            name = shortened + "_stat" + i;
        }
        return name;
    }
}
