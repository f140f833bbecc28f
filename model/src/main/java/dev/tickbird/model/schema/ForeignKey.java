// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A foreign key, with the columns on both sides.
///
/// @param relation the OID of the referencing table
/// @param referenced the OID of the table it points to
/// @param index the OID of the referenced table's unique index that it rests on
/// @param parent the OID of the key on the partitioned parent that this one follows; null for a key of its own
/// @param onDelete `no action`, `restrict`, `cascade`, `set null` or `set default`
/// @param match `simple` or `full`
/// @param validated whether every row has been checked
/// @param enforced whether new rows are checked; always so before PostgreSQL 18
public record ForeignKey(
        long oid,
        String name,
        long relation,
        List<String> columns,
        long referenced,
        List<String> referencedColumns,
        long index,
        @Nullable Long parent,
        String onUpdate,
        String onDelete,
        String match,
        boolean deferrable,
        boolean validated,
        boolean enforced,
        String definition)
        implements OfRelation {

    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
