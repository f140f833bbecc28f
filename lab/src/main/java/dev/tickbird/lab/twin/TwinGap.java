// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.UserMapping;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.model.server.Tablespace;
import dev.tickbird.observe.Observatory;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something of the source that the twin does not have, or has in another way.
///
/// @param subject what it is about: `extension postgis`, `table public.places`
/// @param reason one line, in PostgreSQL's words where PostgreSQL refused
/// @param hint what would close the gap, in full sentences; null if nothing would
public record TwinGap(
        String subject, String reason, @Nullable String hint) {

    private static final Set<String> UNPLANNED = Stream.of(
                    SettingsFileLine.class, UserMapping.class, Tablespace.class, Sequence.class)
            .map(TwinGap::subject)
            .collect(Collectors.toSet());

    /// What the source could not tell, or the twin not show, of a fact.
    public static TwinGap of(Gap gap) {
        return new TwinGap(subject(gap.fact()), gap.reason(), gap.hint());
    }

    /// What a fact tells of, in words: `column statistics`.
    static String subject(Class<? extends Fact> fact) {
        return Observatory.source(fact).name().replace('_', ' ');
    }

    /// Whether a plan may depend on it. Where settings were written, how foreign servers are entered, how large
    /// tablespaces are and how far sequences have counted, no planner asks.
    public boolean concernsPlans() {
        return !UNPLANNED.contains(subject);
    }

    static TwinGap of(String subject, String reason) {
        return new TwinGap(subject, reason, null);
    }

    @Override
    public String toString() {
        return subject + ": " + reason;
    }
}
