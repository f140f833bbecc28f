// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// What the server looked at to plan a query. It locks every relation that it takes a number from, and keeps the lock
/// until the transaction ends: tables, what is behind views, functions and policies, and partitions and heirs, but for
/// those that it has ruled out by their bounds.
///
/// @param relations OIDs of tables, views and whatever else is no index
/// @param everything whether any change may matter, as far as is known
record Touched(Set<Long> relations, boolean everything) {

    /// What a query touches that was refused is not known, for its locks are gone.
    static final Touched UNKNOWN = new Touched(Set.of(), true);

    /// The OIDs below are the server's own. A catalog changes with whatever it tells of.
    private static final long FIRST_OF_USERS = 16_384;

    private static final String LOCKED = """
            select lock.relation::bigint
            from pg_catalog.pg_lock_status() as lock
            where lock.locktype = 'relation'
              and lock.pid = pg_catalog.pg_backend_pid()
              and pg_catalog.pg_index_has_property(lock.relation, 'clusterable') is null -- no index
            """;

    Touched {
        relations = Set.copyOf(relations);
    }

    /// What a transaction has locked by now, which is what was asked last and nothing else.
    static Touched by(Connection transaction) throws SQLException {
        Set<Long> locked = new HashSet<>();
        try (PreparedStatement ask = transaction.prepareStatement(LOCKED);
                ResultSet row = ask.executeQuery()) {
            while (row.next()) {
                locked.add(row.getLong(1));
            }
        }
        return of(locked);
    }

    static Touched of(Set<Long> locked) {
        return new Touched(locked, locked.stream().anyMatch(oid -> oid < FIRST_OF_USERS));
    }

    boolean dependsOn(long table) {
        return everything || relations.contains(table);
    }

    boolean covers(Touched other) {
        return (everything || !other.everything) && relations.containsAll(other.relations);
    }

    Touched and(Touched other) {
        Set<Long> all = new HashSet<>(relations);
        all.addAll(other.relations);
        return new Touched(all, everything || other.everything);
    }
}
