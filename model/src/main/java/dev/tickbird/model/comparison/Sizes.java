// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.RelationSize;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How large the tables of a snapshot are, with their indexes and TOAST.
final class Sizes {

    private final Names names;
    private final Map<Long, Long> files = new HashMap<>();

    private Sizes(Names names) {
        this.names = names;
        names.all(RelationSize.class).forEach(size -> files.put(size.oid(), size.bytes()));
    }

    static Sizes of(Names names) {
        return new Sizes(names);
    }

    /// Null where the table was locked or sizes were not seen.
    @Nullable
    Long of(Table table) {
        @Nullable Long own = files.get(table.oid());
        if (own == null) {
            return null;
        }
        long bytes = own + (table.toast() == null ? 0 : files.getOrDefault(table.toast(), 0L));
        for (Index index : names.parts(Index.class, table.oid())) {
            bytes += files.getOrDefault(index.oid(), 0L);
        }
        return bytes;
    }
}
