// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;

/// Whether an index could go without anything becoming possible that was not, or being lost.
final class Droppable {

    private Droppable() {}

    /// Kept: what enforces, what identifies rows to replicas, what an index of the partitioned parent holds in
    /// place, what serves a foreign key (its lookups are counted, but a delete may be once a year), and what is
    /// being built.
    static boolean is(Index index, Relations relations) {
        Table table = relations.tableOf(index);
        boolean servesForeignKey = relations.of(table, ForeignKey.class).stream()
                .anyMatch(key -> index.columns().size() >= key.columns().size()
                        && key.columns()
                                .containsAll(
                                        index.columns().subList(0, key.columns().size())));
        return !index.enforces()
                && !index.replicaIdentity()
                && index.parent() == null
                && index.valid()
                && !servesForeignKey;
    }
}
