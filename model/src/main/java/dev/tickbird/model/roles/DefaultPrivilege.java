// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.roles;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// One privilege on objects that a role will create. Where a role has such entries for a kind without a schema, they
/// replace what PostgreSQL grants by itself; those with a schema add to it.
///
/// @param role who will create the objects
/// @param schema where; null for everywhere
/// @param grantee `public` is everybody; the role itself is listed too
/// @param grantable whether the grantee may grant it to others
public record DefaultPrivilege(
        String role, @Nullable String schema, Kind kind, String grantee, String privilege, boolean grantable)
        implements Fact {

    public enum Kind {
        TABLE,
        SEQUENCE,
        FUNCTION,
        TYPE,
        SCHEMA,
        LARGE_OBJECT
    }
}
