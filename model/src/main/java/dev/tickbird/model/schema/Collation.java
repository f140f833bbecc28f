// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A collation that is the user's or that something of the user's depends on.
///
/// @param builtIn whether it came with the database system
/// @param provider `libc`, `icu`, `builtin` or `default`
/// @param collate the locale of the order; null where `locale` names it
/// @param characterType the locale of upper and lower case; null where `locale` names it
/// @param locale of the providers `icu` and `builtin`; null otherwise
/// @param rules additional ICU rules; null if there are none
/// @param recordedVersion the library's version when it was created or last refreshed; null if the provider has none
/// @param actualVersion the library's version now
public record Collation(
        long oid,
        String schema,
        String name,
        String owner,
        boolean builtIn,
        String provider,
        boolean deterministic,
        @Nullable String collate,
        @Nullable String characterType,
        @Nullable String locale,
        @Nullable String rules,
        @Nullable String recordedVersion,
        @Nullable String actualVersion,
        @Nullable String extension)
        implements FromExtension {

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
