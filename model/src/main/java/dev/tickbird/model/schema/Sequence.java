// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A sequence.
///
/// @param type `smallint`, `integer` or `bigint`
/// @param lastValue null if no value was drawn yet, the role may not see it, or somebody holds it exclusively
/// @param readable whether the examining role may see the last value
/// @param relation the OID of the table whose column owns it; null if none does
/// @param column the number of the column that owns it
/// @param identity whether it belongs to an identity column
public record Sequence(
        long oid,
        String schema,
        String name,
        String owner,
        Table.Persistence persistence,
        String type,
        long start,
        long minimum,
        long maximum,
        long increment,
        boolean cycles,
        long cache,
        @Nullable Long lastValue,
        boolean readable,
        @Nullable Long relation,
        @Nullable Integer column,
        boolean identity,
        @Nullable String extension)
        implements FromExtension {

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
