// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.indexes.NewIndex;
import dev.tickbird.rules.tables.TableTree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A column that a policy compares for every query, and by which no index finds the rows.
///
/// @param minRows on smaller tables it does not matter
/// @param minValues a column of fewer different values leaves so many rows that an index would not help
public record UnindexedPolicyColumn(long minRows, long minValues) implements Rule {

    private static final Set<Policy.Command> READING = Set.of(Policy.Command.ALL, Policy.Command.SELECT);

    public UnindexedPolicyColumn() {
        this(100_000, 20);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, Policy.class, Index.class, ColumnStatistics.class)
                .also(Session.class, Lock.class, PreparedTransaction.class);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("unindexed-foreign-key");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        TableTree tree = TableTree.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> table.rowSecurity() && table.isWritten() && !table.partition())
                .filter(table -> tree.rows(table) >= minRows)
                .flatMap(table -> findings(table, snapshot));
    }

    /// One for each column; the policies that compare it may be several.
    private Stream<Finding> findings(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<String, String> columns = relations.of(table, Column.class).stream()
                .collect(Collectors.toMap(column -> Identifier.quoted(column.name()), Column::name));
        Map<Policy, Set<String>> compared = relations.of(table, Policy.class).stream()
                .filter(policy -> READING.contains(policy.command()) && policy.using() != null)
                .collect(Collectors.toMap(
                        policy -> policy,
                        policy -> ComparedColumns.in(String.valueOf(policy.using()), table.name(), columns)));
        Map<String, List<Policy>> unserved = new TreeMap<>(compared.keySet().stream()
                .filter(policy -> !policy.permissive()
                        || compared.keySet().stream().noneMatch(other -> opens(other, compared, policy)))
                .sorted(Comparator.comparing(Policy::name))
                .flatMap(policy -> unserved(compared.getOrDefault(policy, Set.of()), table, snapshot).stream()
                        .map(column -> Map.entry(column, policy)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
        return unserved.entrySet().stream().map(entry -> finding(entry.getKey(), entry.getValue(), table, snapshot));
    }

    /// Whether another policy lets the same role at rows that no index of these would find.
    private static boolean opens(Policy other, Map<Policy, Set<String>> compared, Policy policy) {
        boolean sameRole = other.isForEverybody()
                || policy.isForEverybody()
                || other.roles().stream().anyMatch(policy.roles()::contains);
        return other.permissive()
                && sameRole
                && compared.getOrDefault(other, Set.of()).isEmpty();
    }

    /// Empty if an index finds the rows by one of the columns; else the one that leaves the fewest of them.
    private Optional<String> unserved(Set<String> columns, Table table, Snapshot snapshot) {
        SearchedTable searched = new SearchedTable(table, snapshot);
        if (columns.stream().anyMatch(searched::hasIndexOn)) {
            return Optional.empty();
        }
        return columns.stream()
                .filter(column -> searched.values(column) >= minValues)
                .max(Comparator.comparingDouble(searched::values).thenComparing(Comparator.reverseOrder()));
    }

    private Finding finding(String column, List<Policy> policies, Table table, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        long rows = TableTree.of(snapshot).rows(table);
        List<String> names =
                policies.stream().map(policy -> '"' + policy.name() + '"').toList();
        return finding(
                Severity.ADVICE,
                Subject.table(name).at("(" + column + ")"),
                "policies of table \"" + name + "\" compare column \"" + column + "\", which has no index",
                (names.size() == 1 ? "Policy " : "Policies ") + Words.some(names, 5) + " of " + name + " ("
                        + Words.count(rows, "row") + ") " + (names.size() == 1 ? "compares" : "compare")
                        + " it with something that is the same for all rows. No index begins with it.",
                Evidence.of("rows", rows)
                        .and("column", column)
                        .and("values", Math.round(new SearchedTable(table, snapshot).values(column))),
                "Each query for which the policies hold reads the whole table to find the rows that it may see, unless"
                        + " it finds them by another index.",
                NewIndex.on(table, List.of(column), snapshot));
    }
}
