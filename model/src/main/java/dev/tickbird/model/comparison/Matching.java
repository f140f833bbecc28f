// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.comparison.Difference.Added;
import dev.tickbird.model.comparison.Difference.Change;
import dev.tickbird.model.comparison.Difference.Changed;
import dev.tickbird.model.comparison.Difference.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The objects of one kind on both sides, matched by name.
final class Matching<F extends Fact> {

    private final Kind<F> kind;
    private final Moment before;
    private final Moment after;

    Matching(Kind<F> kind, Moment before, Moment after) {
        this.kind = kind;
        this.before = before;
        this.after = after;
    }

    /// Sorted by name.
    List<Draft> drafts() {
        Map<String, F> old = before.objects(kind);
        Map<String, F> now = after.objects(kind);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<Draft> drafts = new ArrayList<>();
        for (String key : keys) {
            draft(key, old.get(key), now.get(key)).ifPresent(drafts::add);
        }
        return drafts;
    }

    private Optional<Draft> draft(String key, @Nullable F old, @Nullable F now) {
        String name = key.substring(kind.word().length() + 1);
        if (old == null && now != null) {
            return mayHide(before)
                    ? Optional.empty()
                    : Optional.of(draft(
                            key, now, after, new Added(kind.area(), kind.word(), name, shown(now, after), List.of())));
        }
        if (now == null && old != null) {
            return mayHide(after)
                    ? Optional.empty()
                    : Optional.of(draft(
                            key,
                            old,
                            before,
                            new Removed(kind.area(), kind.word(), name, shown(old, before), List.of())));
        }
        if (old == null || now == null) {
            return Optional.empty();
        }
        List<Change> changes = changes(old, now);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(draft(key, now, after, new Changed(kind.area(), kind.word(), name, changes)));
    }

    /// Whether objects of this kind may be there that the side was not shown.
    private boolean mayHide(Moment side) {
        return kind.mayHide() && side.haze(kind.fact()).isPresent();
    }

    private List<Change> changes(F old, F now) {
        return kind.properties().stream()
                .flatMap(property -> property.change(old, before.names(), now, after.names()).stream())
                .toList();
    }

    private Draft draft(String key, F object, Moment side, Difference difference) {
        return new Draft(key, kind.owners().of(object, side.names()), kind.follows(), difference);
    }

    private String shown(F object, Moment side) {
        return Objects.requireNonNullElse(Property.text(kind.shown().of(object, side.names())), "");
    }
}
