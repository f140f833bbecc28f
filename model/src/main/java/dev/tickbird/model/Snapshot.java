// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// All facts about one database and its server at one instant, with the gaps. Immutable; safe to share.
public final class Snapshot {

    private final Instant takenAt;
    private final Map<Class<? extends Fact>, List<? extends Fact>> facts;
    private final List<Gap> gaps;
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

    public Snapshot(Instant takenAt, Map<Class<? extends Fact>, List<? extends Fact>> facts, List<Gap> gaps) {
        this.takenAt = takenAt;
        Map<Class<? extends Fact>, List<? extends Fact>> copy = new HashMap<>();
        facts.forEach((fact, rows) -> copy.put(fact, List.copyOf(rows)));
        this.facts = Map.copyOf(copy);
        this.gaps = List.copyOf(gaps);
    }

    /// The server's clock when the snapshot was taken: the only "now" that a rule knows.
    public Instant takenAt() {
        return takenAt;
    }

    public List<Gap> gaps() {
        return gaps;
    }

    public Set<Class<? extends Fact>> observed() {
        return facts.keySet();
    }

    /// Every record of a fact, in the order its `.sql` file gives.
    ///
    /// @throws IllegalStateException if the fact was not observed: whoever asks must have declared the need
    public <F extends Fact> List<F> all(Class<F> fact) {
        @Nullable List<? extends Fact> rows = facts.get(fact);
        if (rows == null) {
            throw new IllegalStateException("fact " + fact.getSimpleName() + " was not observed");
        }
        @SuppressWarnings("unchecked") // the constructor's callers put records of the class under the class
        List<F> typed = (List<F>) rows;
        return typed;
    }

    /// The record of a fact that has exactly one.
    public <F extends Fact> F the(Class<F> fact) {
        List<F> rows = all(fact);
        if (rows.size() != 1) {
            throw new IllegalStateException(
                    "fact " + fact.getSimpleName() + " has " + rows.size() + " records instead of one");
        }
        return rows.getFirst();
    }

    public Optional<Gap> gap(Class<? extends Fact> fact) {
        return gaps.stream().filter(gap -> gap.fact().equals(fact)).findFirst();
    }

    /// A reading of this snapshot that is worth keeping, such as an index of facts by OID: made once, at first use.
    /// A maker must not ask for its own view again.
    public <V> V view(Class<V> type, Function<Snapshot, V> maker) {
        @Nullable Object known = views.get(type);
        if (known == null) {
            known = maker.apply(this);
            views.put(type, known);
        }
        return type.cast(known);
    }

    /// The same snapshot with other records of some facts, or with facts that it has not observed.
    public Snapshot with(Map<Class<? extends Fact>, List<? extends Fact>> others) {
        Map<Class<? extends Fact>, List<? extends Fact>> all = new HashMap<>(facts);
        all.putAll(others);
        return new Snapshot(takenAt, all, gaps);
    }

    /// The same snapshot with each fact's records seen through a filter.
    public Snapshot through(UnaryOperator<List<? extends Fact>> filter) {
        Map<Class<? extends Fact>, List<? extends Fact>> seen = new HashMap<>();
        facts.forEach((fact, rows) -> seen.put(fact, filter.apply(rows)));
        return new Snapshot(takenAt, seen, gaps);
    }
}
