// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a plain query on several columns of a table has returned, beside the most that it could if the columns
/// were independent.
///
/// @param columns in the order of their names
/// @param most rows in which the most common value of each column would meet
record Surprise(Table table, List<String> columns, long calls, double rowsPerCall, double most) {

    /// The queries on two and more columns whose tables and statistics the role is shown.
    static List<Surprise> all(Snapshot snapshot) {
        Map<String, List<Table>> tables = new HashMap<>();
        snapshot.all(Table.class).stream()
                .filter(table -> table.kind() == Table.Kind.ORDINARY && table.rows() > 0)
                .forEach(table -> tables.computeIfAbsent(table.name(), name -> new ArrayList<>())
                        .add(table));
        Map<Long, EqualityQuery> queries = new HashMap<>();
        snapshot.all(StatementText.class)
                .forEach(text -> EqualityQuery.of(text.text())
                        .filter(query -> query.columns().size() > 1
                                && new HashSet<>(query.columns()).size()
                                        == query.columns().size())
                        .ifPresent(query -> queries.put(text.queryId(), query)));
        long database = oid(snapshot);
        List<Surprise> surprises = new ArrayList<>();
        for (Statement statement : snapshot.all(Statement.class)) {
            EqualityQuery query = queries.get(statement.queryId());
            if (query != null && statement.calls() > 0 && statement.database() == database) {
                only(query, tables)
                        .flatMap(table -> of(statement, query, table, snapshot))
                        .ifPresent(surprises::add);
            }
        }
        return surprises;
    }

    /// The table that a query means; empty if several schemas have one of that name.
    private static Optional<Table> only(EqualityQuery query, Map<String, List<Table>> tables) {
        List<Table> meant = tables.getOrDefault(query.table(), List.of()).stream()
                .filter(table -> query.schema() == null || query.schema().equals(table.schema()))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static Optional<Surprise> of(Statement statement, EqualityQuery query, Table table, Snapshot snapshot) {
        double share = 1;
        for (String column : query.columns()) {
            Optional<ColumnStatistics> known = Relations.of(snapshot).of(table, ColumnStatistics.class).stream()
                    .filter(it -> it.column().equals(column) && !it.inherited())
                    .findFirst();
            if (known.isEmpty() || known.get().distinctOf((double) table.rows()) < 1) {
                return Optional.empty();
            }
            share *= mostCommon(known.get(), table.rows());
        }
        return Optional.of(new Surprise(
                table,
                query.columns().stream().sorted().toList(),
                statement.calls(),
                (double) statement.rows() / statement.calls(),
                table.rows() * share));
    }

    /// The share of the rows that have a column's most common value. Where none is known to be common, all are taken
    /// for equally rare.
    private static double mostCommon(ColumnStatistics known, long rows) {
        List<Double> common = known.frequencies();
        return common.isEmpty() ? 1 / known.distinctOf((double) rows) : common.getFirst();
    }

    private static long oid(Snapshot snapshot) {
        String name = snapshot.the(Server.class).database();
        return snapshot.all(Database.class).stream()
                .filter(database -> database.name().equals(name))
                .mapToLong(Database::oid)
                .findFirst()
                .orElse(0);
    }
}
