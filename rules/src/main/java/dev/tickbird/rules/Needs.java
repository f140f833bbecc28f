// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.Fact;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a rule must have to say anything. Where it is missing, the rule is reported as not examined, with the reason.
///
/// @param facts what must have been read
/// @param statisticsAge how long the counters must have been counting; zero if the rule does not read them
/// @param host whether the rule looks at the host, which a managed cloud does not show
public record Needs(Set<Class<? extends Fact>> facts, Duration statisticsAge, boolean host) {

    public Needs {
        facts = Collections.unmodifiableSet(new LinkedHashSet<>(facts));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Needs facts(Class<? extends Fact>... facts) {
        return new Needs(new LinkedHashSet<>(List.of(facts)), Duration.ZERO, false);
    }

    /// Statistics younger than this prove nothing.
    public Needs statisticsOlderThan(Duration age) {
        return new Needs(facts, age, host);
    }

    public Needs ownHost() {
        return new Needs(facts, statisticsAge, true);
    }
}
