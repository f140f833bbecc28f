// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What belongs to each relation of a snapshot: the indexes of a table, the columns of a view.
public final class Parts {

    private final Snapshot snapshot;
    private final Map<Class<?>, Map<Long, ? extends List<? extends OfRelation>>> byRelation = new ConcurrentHashMap<>();

    private Parts(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public static Parts of(Snapshot snapshot) {
        return snapshot.view(Parts.class, Parts::new);
    }

    /// The parts of one kind, in the order that their `.sql` file gives: `of(oid, Index.class)`.
    public <P extends OfRelation> List<P> of(long relation, Class<P> kind) {
        Map<Long, ? extends List<? extends OfRelation>> all = byRelation.computeIfAbsent(kind, this::grouped);
        @Nullable List<? extends OfRelation> found = all.get(relation);
        if (found == null) {
            return List.of();
        }
        @SuppressWarnings("unchecked") // grouped from the facts of that very class
        List<P> typed = (List<P>) found;
        return typed;
    }

    private Map<Long, List<OfRelation>> grouped(Class<?> kind) {
        return snapshot.all(kind.asSubclass(OfRelation.class)).stream()
                .map(Function.<OfRelation>identity())
                .collect(Collectors.groupingBy(OfRelation::relation));
    }
}
