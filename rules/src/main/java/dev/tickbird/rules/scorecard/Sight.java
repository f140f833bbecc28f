// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether what a goal is read from can be seen.
final class Sight {

    private Sight() {}

    /// Why it cannot; null if it can.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static @Nullable Reading blind(Snapshot snapshot, Class<? extends Fact>... facts) {
        for (Class<? extends Fact> fact : facts) {
            Optional<Gap> gap = snapshot.gap(fact).filter(it -> it.extent() == Gap.Extent.NOTHING_SEEN);
            if (gap.isPresent()) {
                return new Reading.Unmeasured(
                        gap.get().reason(), Objects.requireNonNullElse(gap.get().hint(), ""));
            }
            if (!snapshot.observed().contains(fact)) {
                return new Reading.Unmeasured("the snapshot does not hold it", "Take the snapshot again.");
            }
        }
        return null;
    }
}
