// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/// An operator class of the user's.
///
/// @param method the index access method
/// @param family the OID of its family
/// @param type what it indexes
/// @param usual whether it is the default for its type
/// @param definition the statement that creates it
public record OperatorClass(
        long oid,
        String schema,
        String name,
        String owner,
        String method,
        long family,
        String type,
        boolean usual,
        String definition,
        @Nullable String extension)
        implements FromExtension {

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
