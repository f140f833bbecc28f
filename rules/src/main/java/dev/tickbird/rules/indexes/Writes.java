// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;

/// How often the indexes of a table were maintained since counting began: by each insert, and by each update that is
/// not HOT.
final class Writes {

    private Writes() {}

    /// Those to all its partitions, if it is partitioned.
    static long of(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        long own = relations.of(table, TableStatistics.class).stream()
                .mapToLong(counted -> counted.inserted() + counted.updated() - counted.hotUpdated())
                .sum();
        return table.kind() == Table.Kind.PARTITIONED
                ? own
                        + relations.children(table).stream()
                                .mapToLong(part -> of(part, snapshot))
                                .sum()
                : own;
    }
}
