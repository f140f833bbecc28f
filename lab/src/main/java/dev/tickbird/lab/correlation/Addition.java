// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A statistics object on its way into a snapshot.
record Addition(Snapshot snapshot, Wanted wanted, Table table) {

    /// The snapshot with the object, and what it knows.
    Snapshot with(List<? extends Fact> known) {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
        snapshot.observed().forEach(fact -> facts.put(fact, snapshot.all(fact)));
        add(facts, object());
        known.forEach(fact -> add(facts, fact));
        return new Snapshot(snapshot.takenAt(), facts, snapshot.gaps());
    }

    private static void add(Map<Class<? extends Fact>, List<? extends Fact>> facts, Fact fact) {
        List<Fact> more = new ArrayList<>(facts.getOrDefault(fact.getClass(), List.of()));
        more.add(fact);
        facts.put(fact.getClass(), more);
    }

    private ExtendedStatistics object() {
        long last = snapshot.observed().contains(ExtendedStatistics.class)
                ? snapshot.all(ExtendedStatistics.class).stream()
                        .mapToLong(ExtendedStatistics::oid)
                        .max()
                        .orElse(0)
                : 0;
        return new ExtendedStatistics(
                last + 1, // the last to be created
                wanted.name().schema(),
                wanted.name().name(),
                table.oid(),
                table.owner(),
                wanted.kinds(),
                wanted.columns(),
                wanted.expressions(),
                null,
                wanted.definition());
    }

    /// Of a partitioned table, PostgreSQL analyzes the partitions' rows together.
    boolean inherited() {
        return table.kind() == Table.Kind.PARTITIONED;
    }

    /// The numbers of the table's columns, by name.
    Map<String, Integer> numbers() {
        return Relations.of(snapshot).of(table, Column.class).stream()
                .collect(Collectors.toMap(Column::name, Column::number));
    }
}
