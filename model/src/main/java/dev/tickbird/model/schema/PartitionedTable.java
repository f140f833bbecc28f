// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a partitioned table is divided.
///
/// @param columns the key columns in order; an expression is an empty name
/// @param defaultPartition the OID of the partition for what fits nowhere else; null if there is none
/// @param key as `pg_get_partkeydef` writes it; null while somebody holds the table exclusively
public record PartitionedTable(
        long relation,
        Strategy strategy,
        List<String> columns,
        @Nullable Long defaultPartition,
        @Nullable String key) implements OfRelation {

    public enum Strategy {
        HASH,
        LIST,
        RANGE
    }

    public PartitionedTable {
        columns = List.copyOf(columns);
    }
}
