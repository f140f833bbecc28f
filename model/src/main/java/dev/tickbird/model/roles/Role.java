// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.roles;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A role of the server.
///
/// @param connectionLimit -1 means no limit
/// @param builtIn whether PostgreSQL itself brings it (`pg_monitor` and its kin)
public record Role(
        long oid,
        String name,
        boolean superuser,
        boolean inherits,
        boolean createsRoles,
        boolean createsDatabases,
        boolean canLogin,
        boolean replicates,
        boolean bypassesRowSecurity,
        int connectionLimit,
        @Nullable Instant validUntil,
        boolean builtIn)
        implements Fact {}
