// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

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

    Touched {
        relations = Set.copyOf(relations);
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
