// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import dev.tickbird.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The strongest lock that a remedy was seen to take on each relation, to be held against what it declares.
public record LocksSeen(Map<QualifiedName, Seen> strongest) {

    public static final LocksSeen NONE = new LocksSeen(Map.of());

    /// @param table of which the relation is an index; null if it is none
    public record Seen(LockMode mode, @Nullable QualifiedName table) {

        private Seen stronger(Seen other) {
            return mode.compareTo(other.mode) < 0 ? other : this;
        }
    }

    public LocksSeen {
        strongest = Collections.unmodifiableMap(new LinkedHashMap<>(strongest));
    }

    public LocksSeen and(QualifiedName relation, Seen seen) {
        Map<QualifiedName, Seen> more = new LinkedHashMap<>(strongest);
        more.merge(relation, seen, Seen::stronger);
        return new LocksSeen(more);
    }

    /// What a remedy should say otherwise of its locks, one a relation: `takes … on …, but says …`.
    ///
    /// @param everyLock whether every lock was seen, so that one which is declared and was not seen is not taken
    public List<String> objections(Impact impact, boolean everyLock) {
        if (!impact.foreseen()) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        Map<QualifiedName, LockMode> declared = impact.locks().stream()
                .collect(Collectors.toMap(Impact.RelationLock::relation, Impact.RelationLock::mode));
        strongest.forEach((relation, seen) -> {
            @Nullable LockMode mode = declared.get(relation);
            if (mode == null ? !goesWithoutSaying(seen, declared) : mode.compareTo(seen.mode()) < 0) {
                objections.add(
                        "takes " + seen.mode() + " on " + relation + ", but says " + (mode == null ? "nothing" : mode));
            }
        });
        declared.forEach((relation, mode) -> {
            @Nullable Seen seen = strongest.get(relation);
            if (everyLock && (seen == null || seen.mode().compareTo(mode) < 0)) {
                objections.add(
                        "says " + mode + " on " + relation + ", but takes " + (seen == null ? "none" : seen.mode()));
            }
        });
        return objections;
    }

    /// A lock that only drops and alterations mind, or one on an index whose table is declared as locked as strongly.
    private static boolean goesWithoutSaying(Seen seen, Map<QualifiedName, LockMode> declared) {
        @Nullable LockMode onTable = seen.table() == null ? null : declared.get(seen.table());
        return seen.mode().compareTo(LockMode.ROW_SHARE) <= 0 || onTable != null && onTable.compareTo(seen.mode()) >= 0;
    }
}
