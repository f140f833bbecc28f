// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What rules and comparisons are about: the user's own objects. What an extension owns, and every part of it, is left
/// out here, once, so that none can forget it. System schemas are left out by the SQL already.
public final class Scope {

    private final Set<Long> extensionRelations = new HashSet<>();

    private Scope(Snapshot snapshot) {
        for (Class<? extends Fact> fact : snapshot.observed()) {
            if (FromExtension.class.isAssignableFrom(fact)) {
                snapshot.all(fact.asSubclass(FromExtension.class)).stream()
                        .filter(object -> object.extension() != null)
                        .forEach(object -> extensionRelations.add(object.oid()));
            }
        }
    }

    public static Snapshot own(Snapshot snapshot) {
        Scope scope = new Scope(snapshot);
        return scope.extensionRelations.isEmpty() ? snapshot : snapshot.through(scope::withoutExtensions);
    }

    private List<? extends Fact> withoutExtensions(List<? extends Fact> facts) {
        return facts.stream().filter(this::isOwn).toList();
    }

    private boolean isOwn(Fact fact) {
        return switch (fact) {
            case FromExtension object -> object.extension() == null;
            case OfRelation part -> !extensionRelations.contains(part.relation());
            default -> true;
        };
    }
}
