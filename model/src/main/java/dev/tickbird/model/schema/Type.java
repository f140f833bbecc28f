// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A type of the user's that is not a domain: enum, composite, range, multirange or base type. Row types of tables and
/// array types are left out.
///
/// @param labels an enum's labels, in order
/// @param subtype what a range or multirange ranges over
/// @param array the OID of its array type; null if it has none
/// @param definition the statement that creates it; null for a multirange, which comes with its range
public record Type(
        long oid,
        String schema,
        String name,
        Kind kind,
        String owner,
        List<String> labels,
        @Nullable String subtype,
        @Nullable Long array,
        @Nullable String definition,
        @Nullable String extension)
        implements FromExtension {

    public enum Kind {
        BASE,
        COMPOSITE,
        ENUM,
        RANGE,
        MULTIRANGE,
        /// Announced, not yet defined.
        SHELL
    }

    public Type {
        labels = List.copyOf(labels);
    }

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
