// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/// An operator family of the user's, or one of PostgreSQL's to which the user added.
///
/// @param method the index access method
/// @param definition the statements that create it and add what belongs to no class of it; of PostgreSQL's, the
///     statement that adds to it
public record OperatorFamily(
        long oid,
        String schema,
        String name,
        String owner,
        String method,
        String definition,
        @Nullable String extension)
        implements FromExtension {

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
