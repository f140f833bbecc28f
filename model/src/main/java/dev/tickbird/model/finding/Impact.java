// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import dev.tickbird.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What carrying out a remedy does to those who use the database meanwhile.
///
/// @param locks the strongest lock taken on each relation
/// @param rewrites the relations whose files are written anew
/// @param restart whether the server must be restarted
/// @param foreseen whether locks and rewrites are known before; if not, somebody else's script decides
/// @param remarks what else to expect, such as whom it waits for; each goes on after "meanwhile, it"
public record Impact(
        List<RelationLock> locks,
        List<QualifiedName> rewrites,
        boolean restart,
        boolean foreseen,
        List<String> remarks) {

    public static final Impact NONE = new Impact(List.of(), List.of(), false, true, List.of());

    public static final Impact UNFORESEEN = new Impact(List.of(), List.of(), false, false, List.of());

    public record RelationLock(QualifiedName relation, LockMode mode) {}

    public Impact {
        locks = List.copyOf(locks);
        rewrites = List.copyOf(rewrites);
        remarks = remarks.stream().distinct().toList();
    }

    public static Impact locking(QualifiedName relation, LockMode mode) {
        return NONE.andLocking(relation, mode);
    }

    public static Impact needingRestart() {
        return new Impact(List.of(), List.of(), true, true, List.of());
    }

    /// A weaker lock than is known already adds nothing, a stronger one takes its place.
    public Impact andLocking(QualifiedName relation, LockMode mode) {
        Map<QualifiedName, LockMode> strongest = new LinkedHashMap<>();
        locks.forEach(lock -> strongest.put(lock.relation(), lock.mode()));
        strongest.merge(relation, mode, (one, other) -> one.compareTo(other) < 0 ? other : one);
        List<RelationLock> merged = new ArrayList<>();
        strongest.forEach((name, strongestMode) -> merged.add(new RelationLock(name, strongestMode)));
        return new Impact(merged, rewrites, restart, foreseen, remarks);
    }

    public Impact andRewriting(QualifiedName relation) {
        List<QualifiedName> more = new ArrayList<>(rewrites);
        more.add(relation);
        return new Impact(locks, more, restart, foreseen, remarks);
    }

    /// What has been remarked already adds nothing.
    public Impact andRemarking(String... more) {
        List<String> all = Stream.concat(remarks.stream(), Stream.of(more)).toList();
        return new Impact(locks, rewrites, restart, foreseen, all);
    }

    /// Whether somebody may have to wait: for a lock, or for who waits for one.
    public boolean mayWait() {
        return !locks.isEmpty() || !foreseen;
    }
}
