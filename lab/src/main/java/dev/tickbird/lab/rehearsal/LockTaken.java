// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.LocksSeen;
import dev.tickbird.server.HeldLock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The strongest lock that a statement took, or waited for, on a relation that was there before.
///
/// @param table of which the relation is an index; null if it is none
public record LockTaken(
        QualifiedName relation, LockMode mode, @Nullable QualifiedName table) {

    static LockTaken of(HeldLock lock) {
        return new LockTaken(
                new QualifiedName(lock.schema(), lock.relation()),
                LockMode.of(lock.mode()),
                lock.table() == null || lock.tableSchema() == null
                        ? null
                        : new QualifiedName(lock.tableSchema(), lock.table()));
    }

    /// One a relation, sorted by name.
    static List<LockTaken> strongest(Collection<LockTaken> locks) {
        Map<QualifiedName, LockTaken> strongest = new TreeMap<>();
        for (LockTaken lock : locks) {
            strongest.merge(lock.relation(), lock, (one, other) -> other.isStrongerThan(one) ? other : one);
        }
        return List.copyOf(strongest.values());
    }

    boolean isStrongerThan(@Nullable LockTaken other) {
        return other == null || mode.compareTo(other.mode) > 0;
    }

    LocksSeen.Seen seen() {
        return new LocksSeen.Seen(mode, table);
    }
}
