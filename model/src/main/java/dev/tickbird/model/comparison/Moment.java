// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Scope;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One side of a comparison: the user's own objects in a snapshot, and what they are called.
record Moment(Snapshot snapshot, Names names) {

    static Moment of(Snapshot whole, Snapshot other, List<Kind<?>> kinds) {
        Snapshot own = Scope.own(whole);
        return new Moment(own, new Names(own, other.the(Server.class).database(), kinds));
    }

    /// Why nothing of a fact was seen; empty if something was.
    Optional<Gap> blindness(Class<? extends Fact> fact) {
        Optional<Gap> gap = snapshot.gap(fact).filter(it -> it.extent() == Gap.Extent.NOTHING_SEEN);
        if (gap.isPresent() || snapshot.observed().contains(fact)) {
            return gap;
        }
        String reason = "the snapshot does not hold it";
        return Optional.of(new Gap(fact, Gap.Extent.NOTHING_SEEN, reason, "Take the snapshot again."));
    }

    Optional<Gap> haze(Class<? extends Fact> fact) {
        return snapshot.gap(fact).filter(it -> it.extent() == Gap.Extent.PARTLY_SEEN);
    }

    /// The objects of a kind by their keys, in the snapshot's order. Of those that share a name, each next
    /// one is numbered.
    <F extends Fact> Map<String, F> objects(Kind<F> kind) {
        Map<String, F> objects = new LinkedHashMap<>();
        for (F object : names.all(kind.fact())) {
            @Nullable String key = kind.chosen().test(object) ? kind.key(object, names) : null;
            if (key != null) {
                String free = key;
                for (int number = 2; objects.containsKey(free); number++) {
                    free = key + " (" + number + ')';
                }
                objects.put(free, object);
            }
        }
        return objects;
    }
}
