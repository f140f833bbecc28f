// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row security policy.
///
/// @param relation the OID of its table
/// @param roles whom it applies to; `public` is everybody
/// @param hasUsing whether it limits the rows that are seen
/// @param hasCheck whether it limits the rows that are written in another way
/// @param using the condition for rows seen; null if there is none, or while somebody holds a table of it exclusively
/// @param check the condition for rows written; null as with `using`
public record Policy(
        long oid,
        String name,
        long relation,
        Command command,
        boolean permissive,
        List<String> roles,
        boolean hasUsing,
        boolean hasCheck,
        @Nullable String using,
        @Nullable String check)
        implements OfRelation {

    public enum Command {
        ALL,
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }

    public Policy {
        roles = List.copyOf(roles);
    }

    /// Whether it applies to everybody who may touch the table.
    public boolean isForEverybody() {
        return roles.contains("public");
    }
}
