// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.comparison.Uncompared.Side;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.UserMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which facts one side or both did not see.
final class Blindness {

    /// What is hidden of these is not compared anyway: a sequence's last value, the values of a mapping's options.
    private static final Set<Class<? extends Fact>> UNHURT = Set.of(Sequence.class, UserMapping.class);

    private Blindness() {}

    static List<Uncompared> of(Collection<Class<? extends Fact>> facts, Moment before, Moment after) {
        List<Uncompared> all = new ArrayList<>();
        for (Class<? extends Fact> fact : facts) {
            Optional<Gap> old = before.blindness(fact);
            Optional<Gap> now = after.blindness(fact);
            boolean partly = old.isEmpty() && now.isEmpty();
            if (partly && !UNHURT.contains(fact)) {
                old = before.haze(fact);
                now = after.haze(fact);
            }
            addTo(all, old, now, partly);
        }
        return all;
    }

    private static void addTo(List<Uncompared> all, Optional<Gap> old, Optional<Gap> now, boolean partly) {
        if (old.isPresent()
                && now.isPresent()
                && old.get().reason().equals(now.get().reason())) {
            all.add(uncompared(old.get(), Side.BOTH, partly));
            return;
        }
        old.ifPresent(gap -> all.add(uncompared(gap, Side.BEFORE, partly)));
        now.ifPresent(gap -> all.add(uncompared(gap, Side.AFTER, partly)));
    }

    private static Uncompared uncompared(Gap gap, Side side, boolean partly) {
        return new Uncompared(gap.fact(), side, partly, gap.reason(), gap.hint());
    }
}
