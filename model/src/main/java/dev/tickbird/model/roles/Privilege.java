// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.roles;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// One privilege of one role on one object. What an owner may do with his own is left out, for he may do everything.
/// Of the system's own objects there is only what was granted after the database was made.
///
/// @param oid the object's; 0 for large objects
/// @param schema the object's schema; null for objects without one
/// @param name the object's name; for large objects how many they are
/// @param arguments a function's, as `pg_get_function_identity_arguments` writes them; null for other objects
/// @param column the column's name; null if it is the whole object
/// @param grantee `public` is everybody
/// @param privilege `select`, `usage`, `execute`, …
/// @param grantable whether the grantee may grant it to others
public record Privilege(
        Kind kind,
        long oid,
        @Nullable String schema,
        String name,
        @Nullable String arguments,
        @Nullable String column,
        String owner,
        String grantee,
        String grantor,
        String privilege,
        boolean grantable,
        @Nullable String extension)
        implements FromExtension {

    public enum Kind {
        TABLE,
        COLUMN,
        SEQUENCE,
        SCHEMA,
        FUNCTION,
        TYPE,
        DATABASE,
        LANGUAGE,
        FOREIGN_SERVER,
        FOREIGN_DATA_WRAPPER,
        TABLESPACE,
        LARGE_OBJECT,
        PARAMETER
    }

    public boolean isForEverybody() {
        return grantee.equals("public");
    }
}
