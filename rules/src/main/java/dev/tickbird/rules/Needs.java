// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Setting;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a rule must have to say anything. Where it is missing, the rule is reported as not examined, with the reason.
///
/// @param facts what must have been read
/// @param inPart facts of which a part is enough: whether the rule finds something does not depend on the rest
/// @param also facts that let it say more of what it finds; without them it finds the same
/// @param settings the settings it reads, as far as a version has them; empty if all must be shown
/// @param statisticsAge how long the counters must have been counting: those of the facts that are `Counters`, or else
/// the database's; zero if the rule reads none
/// @param statementsAge the same for those of pg_stat_statements, of which it must read `StatementsInfo`
/// @param host whether the rule looks at the host, which a managed cloud does not show
/// @param since the first major version that tells what the rule reads; zero if all do
public record Needs(
        Set<Class<? extends Fact>> facts,
        Set<Class<? extends Fact>> inPart,
        Set<Class<? extends Fact>> also,
        Set<String> settings,
        Duration statisticsAge,
        Duration statementsAge,
        boolean host,
        int since) {

    public Needs {
        facts = Collections.unmodifiableSet(new LinkedHashSet<>(facts));
        inPart = Set.copyOf(inPart);
        also = Collections.unmodifiableSet(new LinkedHashSet<>(also));
        settings = Set.copyOf(settings);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Needs facts(Class<? extends Fact>... facts) {
        return new Needs(
                new LinkedHashSet<>(List.of(facts)),
                Set.of(),
                Set.of(),
                Set.of(),
                Duration.ZERO,
                Duration.ZERO,
                false,
                0);
    }

    /// Further facts of which a part is enough.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Needs inPart(Class<? extends Fact>... more) {
        return new Needs(with(List.of(more)), Set.of(more), also, settings, statisticsAge, statementsAge, host, since);
    }

    /// What it uses where it can be read, and does without elsewhere: [Snapshot#observed] tells.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Needs also(Class<? extends Fact>... more) {
        return new Needs(
                facts, inPart, new LinkedHashSet<>(List.of(more)), settings, statisticsAge, statementsAge, host, since);
    }

    /// These settings, and no others.
    public Needs settings(String... names) {
        return new Needs(
                with(List.of(Setting.class)), inPart, also, Set.of(names), statisticsAge, statementsAge, host, since);
    }

    /// Statistics younger than this prove nothing.
    public Needs statisticsOlderThan(Duration age) {
        return new Needs(facts, inPart, also, settings, age, statementsAge, host, since);
    }

    /// The same of what is counted for statements, which is reset by itself.
    public Needs statementsOlderThan(Duration age) {
        return new Needs(facts, inPart, also, settings, statisticsAge, age, host, since);
    }

    public Needs ownHost() {
        return new Needs(facts, inPart, also, settings, statisticsAge, statementsAge, true, since);
    }

    /// Older versions do not tell, for a setting or a counter is not there.
    public Needs since(int major) {
        return new Needs(facts, inPart, also, settings, statisticsAge, statementsAge, host, major);
    }

    /// What keeps a rule from seeing enough of a fact; empty if nothing does.
    Optional<Gap> gap(Class<? extends Fact> fact, Snapshot snapshot) {
        return snapshot.gap(fact).filter(gap -> gap.extent() == Gap.Extent.NOTHING_SEEN || !isEnough(fact, snapshot));
    }

    private boolean isEnough(Class<? extends Fact> fact, Snapshot snapshot) {
        return inPart.contains(fact) || fact.equals(Setting.class) && areShown(settings, snapshot);
    }

    /// What everybody is shown and is not there, this version does not have.
    private static boolean areShown(Set<String> settings, Snapshot snapshot) {
        Set<String> shown =
                snapshot.all(Setting.class).stream().map(Setting::name).collect(Collectors.toSet());
        return !settings.isEmpty()
                && settings.stream().allMatch(name -> shown.contains(name) || !Setting.isConfidential(name));
    }

    private Set<Class<? extends Fact>> with(List<Class<? extends Fact>> more) {
        Set<Class<? extends Fact>> all = new LinkedHashSet<>(facts);
        all.addAll(more);
        return all;
    }
}
