// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Type;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What should be in a snapshot and is not, though no fact says so.
record MissingHistograms(Snapshot snapshot) {

    private static final Set<String> RANGES = Set.of(
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "int4multirange",
            "int8multirange",
            "nummultirange",
            "tsmultirange",
            "tstzmultirange",
            "datemultirange");

    /// The columns of ranges without a histogram: before PostgreSQL 17 only a superuser sees it.
    Set<String> ranges() {
        if (!snapshot.observed().contains(Column.class)) {
            return Set.of();
        }
        Set<String> types = new HashSet<>(RANGES);
        if (snapshot.observed().contains(Type.class)) {
            snapshot.all(Type.class).stream()
                    .filter(type -> type.kind() == Type.Kind.RANGE || type.kind() == Type.Kind.MULTIRANGE)
                    .forEach(type -> types.add(type.qualifiedName().toString()));
        }
        Map<Long, Set<String>> columns = new HashMap<>();
        snapshot.all(Column.class).stream()
                .filter(column -> types.contains(column.baseType()))
                .forEach(column -> columns.computeIfAbsent(column.relation(), relation -> new HashSet<>())
                        .add(column.name()));
        Set<String> without = new TreeSet<>();
        for (ColumnStatistics known : snapshot.all(ColumnStatistics.class)) {
            if (known.rangeEmptyFraction() == null
                    && known.nullFraction() < 1
                    && columns.getOrDefault(known.relation(), Set.of()).contains(known.column())) {
                Relations.of(snapshot)
                        .table(known.relation())
                        .ifPresent(table -> without.add(table.qualifiedName() + "." + known.column()));
            }
        }
        return without;
    }
}
