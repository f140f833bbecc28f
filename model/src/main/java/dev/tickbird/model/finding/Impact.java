// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import dev.tickbird.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/// What carrying out a remedy does to those who use the database meanwhile.
///
/// @param locks the strongest lock taken on each relation
/// @param rewrites the relations whose files are written anew
/// @param restart whether the server must be restarted
public record Impact(List<RelationLock> locks, List<QualifiedName> rewrites, boolean restart) {

    public static final Impact NONE = new Impact(List.of(), List.of(), false);

    public record RelationLock(QualifiedName relation, LockMode mode) {}

    public Impact {
        locks = List.copyOf(locks);
        rewrites = List.copyOf(rewrites);
    }

    public static Impact locking(QualifiedName relation, LockMode mode) {
        return new Impact(List.of(new RelationLock(relation, mode)), List.of(), false);
    }

    public static Impact needingRestart() {
        return new Impact(List.of(), List.of(), true);
    }

    public Impact andLocking(QualifiedName relation, LockMode mode) {
        List<RelationLock> more = new ArrayList<>(locks);
        more.add(new RelationLock(relation, mode));
        return new Impact(more, rewrites, restart);
    }

    public Impact andRewriting(QualifiedName relation) {
        List<QualifiedName> more = new ArrayList<>(rewrites);
        more.add(relation);
        return new Impact(locks, more, restart);
    }
}
