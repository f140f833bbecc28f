// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What could not be compared, for one side or both did not see it.
///
/// @param partly whether only a part was hidden, and the rest compared
/// @param reason one line in PostgreSQL's voice
/// @param hint what would open the view, in full sentences; null if nothing would
public record Uncompared(
        Class<? extends Fact> fact,
        Side side,
        boolean partly,
        String reason,
        @Nullable String hint) {

    public enum Side {
        BEFORE,
        AFTER,
        BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
