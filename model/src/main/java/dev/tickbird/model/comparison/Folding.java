// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.comparison.Difference.Added;
import dev.tickbird.model.comparison.Difference.Change;
import dev.tickbird.model.comparison.Difference.Changed;
import dev.tickbird.model.comparison.Difference.Removed;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Says each thing once: what comes or goes with its owner is counted there, what changes with it is left out.
final class Folding {

    private final List<Draft> drafts;
    private final Map<String, Draft> added = new HashMap<>();
    private final Map<String, Draft> removed = new HashMap<>();
    private final Map<String, Changed> changed = new HashMap<>();
    private final Map<String, Map<String, Integer>> parts = new HashMap<>();

    Folding(List<Draft> drafts) {
        this.drafts = drafts;
        for (Draft draft : drafts) {
            switch (draft.difference()) {
                case Added _ -> added.put(draft.key(), draft);
                case Removed _ -> removed.put(draft.key(), draft);
                case Changed it -> changed.put(draft.key(), it);
            }
        }
    }

    /// The differences to tell, in the order of the drafts.
    List<Difference> told() {
        List<Draft> own = new ArrayList<>();
        for (Draft draft : drafts) {
            Optional<String> root = root(draft);
            if (root.isPresent()) {
                String kind = draft.difference().kind();
                parts.computeIfAbsent(root.get(), it -> new TreeMap<>()).merge(kind, 1, Integer::sum);
            } else {
                own.add(draft);
            }
        }
        return own.stream().flatMap(draft -> whole(draft).stream()).toList();
    }

    private Optional<Difference> whole(Draft draft) {
        return switch (draft.difference()) {
            case Added it ->
                Optional.of(new Added(it.area(), it.kind(), it.name(), it.detail(), partsOf(draft, " added")));
            case Removed it ->
                Optional.of(new Removed(it.area(), it.kind(), it.name(), it.detail(), partsOf(draft, " removed")));
            case Changed it -> {
                List<Change> rest = it.changes().stream()
                        .filter(change -> !draft.follows() || !isOwners(draft, change))
                        .toList();
                yield rest.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Changed(it.area(), it.kind(), it.name(), rest));
            }
        };
    }

    private boolean isOwners(Draft draft, Change change) {
        return draft.owners().stream()
                .filter(Objects::nonNull)
                .map(changed::get)
                .filter(Objects::nonNull)
                .anyMatch(owner -> owner.changes().contains(change));
    }

    private List<String> partsOf(Draft root, String what) {
        return parts.getOrDefault(root.key() + what, Map.of()).entrySet().stream()
                .map(part -> part(root, part.getKey(), part.getValue()))
                .toList();
    }

    /// What is of the same kind as its owner is in a partition.
    private static String part(Draft root, String kind, int number) {
        if (!kind.equals(root.difference().kind())) {
            return Words.count(number, kind);
        }
        return kind.equals("table") ? Words.count(number, "partition") : Words.count(number) + " like it in partitions";
    }

    /// The outermost owner that came or went, and takes this draft along; empty if there is none.
    private Optional<String> root(Draft draft) {
        return switch (draft.difference()) {
            case Added _ -> outermost(draft, added).map(key -> key + " added");
            case Removed _ -> outermost(draft, removed).map(key -> key + " removed");
            case Changed _ -> Optional.empty();
        };
    }

    private static Optional<String> outermost(Draft draft, Map<String, Draft> gone) {
        Set<String> seen = new HashSet<>(Set.of(draft.key()));
        @Nullable Draft owner = owner(draft, gone);
        @Nullable String outermost = null;
        while (owner != null && seen.add(owner.key())) {
            outermost = owner.key();
            owner = owner(owner, gone);
        }
        return Optional.ofNullable(outermost);
    }

    private static @Nullable Draft owner(Draft draft, Map<String, Draft> gone) {
        return draft.owners().stream()
                .filter(Objects::nonNull)
                .map(gone::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
