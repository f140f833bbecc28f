// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A database of the server.
///
/// @param provider of its default collation: `libc`, `icu` or `builtin`
/// @param locale of a provider other than `libc`; null for `libc`
/// @param collationVersion recorded when the database was made or refreshed; null before PostgreSQL 15
/// and where there is none
/// @param actualCollationVersion what the operating system or ICU says now; null likewise
/// @param connectionLimit -1 means no limit, -2 a database whose `drop database` was interrupted
/// @param frozenAge transactions since its oldest unfrozen row version
/// @param connectable whether the examining role may connect to it
public record Database(
        long oid,
        String name,
        String owner,
        String encoding,
        String collation,
        String characterType,
        String provider,
        @Nullable String locale,
        @Nullable String collationVersion,
        @Nullable String actualCollationVersion,
        String tablespace,
        boolean template,
        boolean allowsConnections,
        int connectionLimit,
        long frozenAge,
        long multixactAge,
        boolean connectable)
        implements Fact {

    /// Whether nobody can connect to it any more: its `drop database` was interrupted, and only that can be repeated.
    public boolean isInvalid() {
        return connectionLimit == -2;
    }
}
