// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The tables whose statistics the source has and the examining role was not shown: what the planner believes of them
/// here, it does not believe there.
///
/// @param tables those that have been analyzed and of which no column is known
/// @param gap why, and what would show them; empty if nothing is hidden
public record HiddenStatistics(Set<QualifiedName> tables, Optional<Gap> gap) {

    public static HiddenStatistics of(Snapshot snapshot) {
        Optional<Gap> gap = snapshot.gap(ColumnStatistics.class);
        Set<QualifiedName> tables = new TreeSet<>();
        if (gap.isPresent()) {
            Set<Long> known = snapshot.all(ColumnStatistics.class).stream()
                    .map(ColumnStatistics::relation)
                    .collect(Collectors.toSet());
            snapshot.all(Table.class).stream()
                    .filter(table -> table.rows() > 0 && !known.contains(table.oid()))
                    .forEach(table -> tables.add(table.qualifiedName()));
        }
        return new HiddenStatistics(tables, gap);
    }

    /// Those that the plans touch.
    public Set<QualifiedName> under(Collection<Planned> queries) {
        Set<QualifiedName> touched = new TreeSet<>();
        queries.forEach(query -> touched.addAll(query.among(tables)));
        return touched;
    }
}
