// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table whose changes a publication sends: named by it, in a schema of it, or a partition of such a table.
///
/// @param relation the table's OID
/// @param how `named`, `schema`, `all tables`, or `partition` of a published table
/// @param columns what is sent of it; empty for every column
/// @param rowFilter the condition that rows must meet; null for every row
public record PublishedTable(
        String publication,
        long relation,
        String how,
        List<String> columns,
        @Nullable String rowFilter) implements OfRelation {

    public PublishedTable {
        columns = List.copyOf(columns);
    }
}
