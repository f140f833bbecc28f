// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A domain; what it checks are its `DomainConstraint`s.
///
/// @param baseType the type it restricts, modifier included
/// @param defaultExpression null if it has no default
/// @param collation its collation where it is not the base type's; null otherwise
/// @param array the OID of its array type
public record Domain(
        long oid,
        String schema,
        String name,
        String owner,
        String baseType,
        boolean notNull,
        @Nullable String defaultExpression,
        @Nullable String collation,
        @Nullable Long array,
        @Nullable String extension)
        implements FromExtension {

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
