// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table of which the planner knows too little, where autovacuum will not help: it was never analyzed, or not since
/// it got a column, an index on an expression or a statistics object; or it is partitioned, which autovacuum passes by.
///
/// @param minRows smaller tables are planned well enough without
/// @param manyRows from this many rows on it costs today
public record MissingStatistics(long minRows, long manyRows) implements Rule {

    public MissingStatistics() {
        this(1_000, 100_000);
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                        Table.class,
                        Column.class,
                        Index.class,
                        ColumnStatistics.class,
                        ExtendedStatistics.class,
                        ExtendedStatisticsData.class,
                        TableStatistics.class)
                .settings(Autoanalyze.SETTINGS);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Table.class).stream()
                .map(table -> Unknown.of(table, snapshot))
                .filter(unknown -> unknown.rows() >= minRows && !unknown.what().isEmpty())
                .map(unknown -> finding(unknown, snapshot));
    }

    private Finding finding(Unknown unknown, Snapshot snapshot) {
        Table table = unknown.table();
        String kind = table.kind() == Table.Kind.MATERIALIZED_VIEW ? "materialized view" : "table";
        String what = unknown.what().stream().limit(5).collect(Collectors.joining(", "))
                + (unknown.what().size() > 5 ? ", …" : "");
        return finding(
                unknown.whole() && unknown.rows() >= manyRows ? Severity.WARNING : Severity.ADVICE,
                new Subject(kind, table.qualifiedName().toString()),
                kind + " \"" + table.qualifiedName() + "\" lacks statistics",
                "It has about " + Words.count(unknown.rows(), "row") + "; the planner knows nothing of " + what + ". "
                        + unknown.why(),
                Evidence.of("rows", unknown.rows())
                        .and("missing", unknown.what().size()),
                "It guesses how many rows a condition leaves, often wrong by a factor of a hundred or more, and chooses"
                        + " joins, memory and indexes by that.",
                Analyzed.now(table, snapshot));
    }
}
