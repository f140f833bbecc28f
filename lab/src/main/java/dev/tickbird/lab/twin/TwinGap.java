// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.observe.Observatory;
import org.jspecify.annotations.Nullable;

/// Something of the source that the twin does not have, or has in another way.
///
/// @param subject what it is about: `extension postgis`, `table public.places`
/// @param reason one line, in PostgreSQL's words where PostgreSQL refused
/// @param hint what would close the gap, in full sentences; null if nothing would
public record TwinGap(
        String subject, String reason, @Nullable String hint) {

    /// What the source could not tell, or the twin not show, of a fact.
    public static TwinGap of(Gap gap) {
        return new TwinGap(subject(gap.fact()), gap.reason(), gap.hint());
    }

    /// What a fact tells of, in words: `column statistics`.
    static String subject(Class<? extends Fact> fact) {
        return Observatory.source(fact).name().replace('_', ' ');
    }

    static TwinGap of(String subject, String reason) {
        return new TwinGap(subject, reason, null);
    }

    @Override
    public String toString() {
        return subject + ": " + reason;
    }
}
