// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A table that has become another one since it was analyzed, and that autovacuum will not analyze, as it is set up.
///
/// @param minChanges fewer changed rows are no matter
/// @param minShare how large a part of its rows has changed
public record StaleStatistics(long minChanges, double minShare) implements Rule {

    public StaleStatistics() {
        this(10_000, 0.2);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, TableStatistics.class).settings(Autoanalyze.SETTINGS);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(TableStatistics.class).stream()
                .filter(counted -> counted.changedSinceAnalyze() >= minChanges)
                .flatMap(counted -> relations.table(counted.relation()).stream()
                        .filter(table -> table.rows() >= 0 && table.kind() != Table.Kind.FOREIGN)
                        .filter(table -> counted.changedSinceAnalyze() >= minShare * table.rows())
                        .filter(table -> !Autoanalyze.of(snapshot).isDue(table, counted))
                        .flatMap(table ->
                                analyzed(counted).stream().map(last -> finding(table, counted, last, snapshot))));
    }

    /// When it was analyzed last; empty if never, which is another rule's matter.
    private static Optional<Instant> analyzed(TableStatistics counted) {
        return Stream.of(counted.lastAnalyze(), counted.lastAutoanalyze())
                .filter(Objects::nonNull)
                .map(Instant.class::cast)
                .max(Comparator.naturalOrder());
    }

    private Finding finding(Table table, TableStatistics counted, Instant last, Snapshot snapshot) {
        Autoanalyze autoanalyze = Autoanalyze.of(snapshot);
        String why = autoanalyze.comes(table)
                ? "Autovacuum is set up to wait until " + Words.count(autoanalyze.changesNeeded(table)) + " have."
                : "Autovacuum is switched off.";
        return finding(
                Severity.ADVICE,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has changed much since it was analyzed",
                "Since then, " + Words.duration(Duration.between(last, snapshot.takenAt())) + " ago, "
                        + Words.count(counted.changedSinceAnalyze(), "row")
                        + " were inserted, updated or deleted; it has "
                        + Words.count(table.rows(), "row") + ". " + why,
                Evidence.of("changes", counted.changedSinceAnalyze()).and("rows", table.rows()),
                "The planner plans for the table as it was: values that are new to it seem rare, and it chooses joins and"
                        + " indexes by that.",
                Analyzed.now(table, snapshot));
    }
}
