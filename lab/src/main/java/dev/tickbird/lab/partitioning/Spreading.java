// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.PartitionedTable.Strategy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what would lie in which partition, as far as statistics tell.
record Spreading(Snapshot snapshot, Table table, Scheme scheme, Connection twin) {

    Spread over(List<Column> key) throws SQLException {
        refuseImpossible(key);
        if (key.size() > 1) {
            return new Spread(evenly(), Map.of());
        }
        Column column = key.getFirst();
        ColumnStatistics known = statistics(column)
                .orElseThrow(() -> TickbirdException.usage(
                        "cannot divide table \"" + table.qualifiedName() + "\": there are no statistics of column \""
                                + column.name() + "\"",
                        "Run \"analyze " + table.qualifiedName() + "\" on the source."));
        KeyValues values = values(column, known);
        List<Bounds.Bound> bounds = new Bounds(twin, scheme, column.baseType(), values).all();
        if (bounds.size() > Scheme.MOST) {
            throw Scheme.tooMany(bounds.size());
        }
        List<Part> parts = Routing.parts(twin, scheme.strategy(), values, bounds);
        Map<String, List<Part>> byColumn = new HashMap<>();
        if (scheme.strategy() == Strategy.RANGE
                && !(scheme.division() instanceof Scheme.Division.Given)
                && parts.stream()
                        .noneMatch(part -> part.isDefault() && !part.values().isEmpty())
                && Rising.isOrdered(known)) {
            byColumn.putAll(risen(column, known, parts));
        }
        byColumn.put(column.name(), parts);
        return new Spread(parts, byColumn);
    }

    /// Has PostgreSQL say whether columns of these types can be a key.
    private void refuseImpossible(List<Column> key) throws SQLException {
        List<String> columns = key.stream()
                .map(column -> Sql.format("%I %s", column.name(), column.type()).text())
                .toList();
        try (Statement statement = twin.createStatement()) {
            statement.execute(Sql.format(
                            "create temporary table tickbird_key (%s) partition by %s (%I)",
                            String.join(", ", columns), scheme.strategy(), scheme.columns())
                    .text());
        }
    }

    /// What is divided by hash of several columns lies evenly.
    private List<Part> evenly() {
        List<Bounds.Bound> bounds = Bounds.hashed(scheme);
        return bounds.stream()
                .map(bound -> new Part(bound.clause(), bound.label(), 1.0 / bounds.size(), List.of(), 0))
                .toList();
    }

    private Map<String, List<Part>> risen(Column key, ColumnStatistics known, List<Part> parts) throws SQLException {
        Map<String, List<Part>> risen = new HashMap<>();
        for (Column other : Relations.of(snapshot).of(table, Column.class)) {
            Optional<ColumnStatistics> statistics = statistics(other)
                    .filter(it -> Rising.isOrdered(it) && it.histogramBounds() != null)
                    .filter(_ -> other.number() != key.number() && Scale.of(other.baseType()) != Scale.NONE);
            if (statistics.isPresent()) {
                ColumnStatistics its = statistics.get();
                List<Part.Value> values = values(other, its).inOrder(twin);
                boolean opposite = Rising.areOpposite(known, its);
                List<Part> found = Rising.parts(opposite ? parts.reversed() : parts, values, its.nullFraction());
                risen.put(other.name(), opposite ? found.reversed() : found);
            }
        }
        return risen;
    }

    private KeyValues values(Column column, ColumnStatistics known) throws SQLException {
        Optional<ColumnEnds> ends = snapshot.observed().contains(ColumnEnds.class)
                ? Relations.of(snapshot).of(table, ColumnEnds.class).stream()
                        .filter(it -> it.column().equals(column.name()))
                        .findFirst()
                : Optional.empty();
        return KeyValues.make(twin, column, known, ends, (double) table.rows());
    }

    private Optional<ColumnStatistics> statistics(Column column) {
        return Relations.of(snapshot).of(table, ColumnStatistics.class).stream()
                .filter(it -> it.column().equals(column.name()))
                .findFirst();
    }
}
