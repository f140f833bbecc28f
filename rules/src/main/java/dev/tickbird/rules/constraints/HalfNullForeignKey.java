// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.constraints;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A foreign key of several columns with rows in which some of them are null and others are not: these are not checked.
public record HalfNullForeignKey() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, ForeignKey.class, ColumnStatistics.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(ForeignKey.class).stream()
                .filter(key ->
                        key.parent() == null && key.enforced() && key.match().equals("simple"))
                .filter(key -> key.columns().size() > 1)
                .flatMap(key -> finding(key, relations.tableOf(key), snapshot).stream());
    }

    /// Where only one column can be null, as beside a tenant, null means that nothing is referenced. Where several can,
    /// and are null in different shares of the rows, some rows are null in one and not in the other.
    private Optional<Finding> finding(ForeignKey key, Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<String> nullable = relations.of(table, Column.class).stream()
                .filter(column -> !column.notNull() && key.columns().contains(column.name()))
                .map(Column::name)
                .toList();
        if (nullable.size() < 2) {
            return Optional.empty();
        }
        boolean whole = table.kind() == Table.Kind.PARTITIONED;
        Map<String, Double> shares = new TreeMap<>();
        relations.of(table, ColumnStatistics.class).stream()
                .filter(it -> it.inherited() == whole && nullable.contains(it.column()))
                .forEach(it -> shares.put(it.column(), it.nullFraction()));
        double lowest = shares.values().stream().min(Double::compare).orElse(0.0);
        double highest = shares.values().stream().max(Double::compare).orElse(0.0);
        return highest == lowest
                ? Optional.empty()
                : Optional.of(finding(key, table, shares, highest - lowest, snapshot));
    }

    private Finding finding(ForeignKey key, Table table, Map<String, Double> shares, double share, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        long rows = Math.round(TableTree.of(snapshot).rows(table) * share);
        String nulls = shares.entrySet().stream()
                .map(it -> Identifier.quoted(it.getKey()) + " in " + Words.percent(it.getValue()))
                .collect(Collectors.joining(", "));
        String equal = shares.keySet().stream()
                .map(column -> Sql.format("%I is null", column).text())
                .collect(Collectors.joining(") = ("));
        return finding(
                Severity.ADVICE,
                Subject.table(name).at('.' + Identifier.quoted(key.name())),
                "foreign key \"" + key.name() + "\" of table \"" + name
                        + "\" does not check rows that are null in part",
                "Its columns are null in different shares of the rows: " + nulls + ". So at least "
                        + Words.count(rows, "row") + " " + (rows == 1 ? "is" : "are")
                        + " null in one and not in another.",
                Evidence.of("rows", rows).and("nulls", nulls),
                "With MATCH SIMPLE a row with one null is not checked at all: what stands in its other columns may not exist.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Find such rows and complete them, or set all of these columns to null.",
                                "Forbid new ones: "
                                        + Sql.format("alter table %I add check ((%s)) not valid", name, equal)
                                        + "; then validate it. Where no column of the key is declared not null, MATCH FULL in the"
                                        + " foreign key says the same."),
                        null));
    }
}
