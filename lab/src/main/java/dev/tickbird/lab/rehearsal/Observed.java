// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LocksSeen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What one statement was seen to do.
///
/// @param transaction the number of its transaction in the script, from 1; statements that share it hold the locks of
///     all before them
/// @param alone whether it cannot run in a transaction block; what it locks it may let go of before it ends
/// @param locks what it took that its transaction did not hold yet as strongly
/// @param outwaits whether it waited for the transactions of others that were older, without a lock of theirs being in
///     its way
/// @param took how long it ran here, where tables are empty; only good to compare with the others
public record Observed(
        String sql,
        Place place,
        int transaction,
        boolean alone,
        List<LockTaken> locks,
        boolean outwaits,
        Work work,
        Duration took) {

    public Observed {
        locks = List.copyOf(locks);
    }

    /// The strongest lock of some statements on each relation.
    static LocksSeen locks(List<Observed> statements) {
        LocksSeen seen = LocksSeen.NONE;
        for (Observed statement : statements) {
            for (LockTaken lock : statement.locks()) {
                if (!statement.isLastOn(lock)) {
                    seen = seen.and(lock.relation(), lock.seen());
                }
            }
        }
        return seen;
    }

    /// An index that is dropped concurrently is locked at last as by any drop, when nobody uses it any more: that holds
    /// nobody up, and is seen only now and then.
    private boolean isLastOn(LockTaken lock) {
        return alone && lock.table() != null && work.dropped().contains(lock.relation());
    }

    /// What whoever declares the impact of some statements should say otherwise: `takes … on …, but says …`.
    public static List<String> objections(List<Observed> statements, Impact impact) {
        if (!impact.foreseen()) {
            return List.of();
        }
        boolean everyLock = statements.stream().noneMatch(Observed::alone);
        List<String> objections = new ArrayList<>(locks(statements).objections(impact, everyLock));
        Set<QualifiedName> rewritten = statements.stream()
                .flatMap(statement -> statement.work().rewritten().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        rewritten.stream()
                .filter(relation -> !impact.rewrites().contains(relation))
                .forEach(relation -> objections.add("rewrites " + relation + ", but says nothing"));
        impact.rewrites().stream()
                .filter(relation -> !rewritten.contains(relation))
                .forEach(relation -> objections.add("says that it rewrites " + relation + ", but does not"));
        return objections;
    }
}
