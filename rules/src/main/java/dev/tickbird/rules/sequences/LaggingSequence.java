// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.SubscriptionRelation;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ValuesAhead;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A sequence that will give values which its column holds already: after a restore, a copy, or rows that brought their
/// own numbers.
///
/// @param lifetimes a value that the sequence comes to after so many times what it has given is no danger
public record LaggingSequence(double lifetimes) implements Rule {

    private static final double FEW_DRAWS = 1_000;

    public LaggingSequence() {
        this(10);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, Index.class, Sequence.class, ValuesAhead.class)
                .also(SubscriptionRelation.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<Long, List<ValuesAhead>> bySequence =
                snapshot.all(ValuesAhead.class).stream().collect(Collectors.groupingBy(ValuesAhead::sequence));
        return snapshot.all(Sequence.class).stream().flatMap(sequence -> {
            List<ValuesAhead> ahead = bySequence.getOrDefault(sequence.oid(), List.of());
            return ahead.stream()
                    .filter(it -> meets(sequence, it) && isNear(sequence, it))
                    .min(Comparator.comparingDouble(it -> draws(sequence, it)))
                    .map(nearest -> finding(sequence, nearest, ahead, snapshot))
                    .stream();
        });
    }

    /// A sequence that takes longer steps may pass beside it, as when two servers share the numbers.
    private static boolean meets(Sequence sequence, ValuesAhead ahead) {
        return (ahead.nearest() - ahead.next()) % sequence.increment() == 0;
    }

    private boolean isNear(Sequence sequence, ValuesAhead ahead) {
        double given = ((double) ahead.next() - sequence.start()) / sequence.increment();
        return draws(sequence, ahead) <= lifetimes * Math.max(given, FEW_DRAWS);
    }

    /// How many values it gives before that one.
    private static double draws(Sequence sequence, ValuesAhead ahead) {
        return ((double) ahead.nearest() - ahead.next()) / sequence.increment();
    }

    private Finding finding(Sequence sequence, ValuesAhead ahead, List<ValuesAhead> all, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Table table = relations.tableOf(ahead);
        String column = column(ahead, relations).name();
        long draws = (long) draws(sequence, ahead);
        boolean unique = relations.of(table, Index.class).stream()
                .anyMatch(it -> it.unique() && it.columns().equals(List.of(column)) && !it.isPartial());
        String harm = unique
                ? "It fails then with a duplicate key, and so does each one after it up to " + ahead.furthest()
                        + ", wherever that number is taken."
                : "Then two rows bear the same number, for no unique index forbids it.";
        return finding(
                severity(draws, unique, sequence, isSubscribed(table, snapshot)),
                new Subject("sequence", sequence.qualifiedName().toString()),
                "sequence \"" + sequence.qualifiedName() + "\" is behind column \"" + column + "\" of table \""
                        + table.qualifiedName() + "\"",
                "It gives " + ahead.next() + " next, but " + table.qualifiedName() + " holds "
                        + (draws == 0 ? "that already" : ahead.nearest() + " already")
                        + ", and values up to " + ahead.furthest() + ".",
                Evidence.of("furthest", ahead.furthest())
                        .and("next", ahead.next())
                        .and("nearest", ahead.nearest())
                        .and("unique", unique),
                "The next insert that needs a value "
                        + (draws == 0 ? "meets" : "but " + Words.count(draws) + " meets") + " a row that bears it. "
                        + harm,
                CaughtUp.with(sequence, all, snapshot));
    }

    static Column column(ValuesAhead ahead, Relations relations) {
        return relations.of(relations.tableOf(ahead), Column.class).stream()
                .filter(it -> it.number() == ahead.number())
                .findFirst()
                .orElseThrow();
    }

    /// Whether the rows come from a publisher, which sends no sequences: it hurts when this server takes over.
    private static boolean isSubscribed(Table table, Snapshot snapshot) {
        return snapshot.observed().contains(SubscriptionRelation.class)
                && !Relations.of(snapshot).of(table, SubscriptionRelation.class).isEmpty();
    }

    /// A sequence that was never drawn from may not be in use: then only who begins to use it is hurt.
    private static Severity severity(long draws, boolean unique, Sequence sequence, boolean subscribed) {
        if (subscribed) {
            return Severity.ADVICE;
        }
        boolean drawn = sequence.lastValue() != null;
        if (unique && draws == 0 && drawn) {
            return Severity.CRITICAL;
        }
        return draws < FEW_DRAWS ? Severity.WARNING : Severity.ADVICE;
    }
}
