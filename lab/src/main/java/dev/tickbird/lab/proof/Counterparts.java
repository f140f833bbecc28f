// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.statistics.RelationSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which object of the stage is which of the source: the one of the same name.
final class Counterparts {

    /// Below, objects come with PostgreSQL and have the same OIDs everywhere.
    private static final long FIRST_OWN = 16_384;

    private static final List<Class<? extends Fact>> RELATIONS =
            List.of(Table.class, Index.class, View.class, Sequence.class);

    private static final Set<String> OF_RELATIONS = Set.of("relation", "index", "child");

    private final Map<Long, Long> relations = new HashMap<>();
    private final Map<Long, Long> functions = new HashMap<>();

    Counterparts(Snapshot source, Snapshot stage) {
        for (Class<? extends Fact> fact : RELATIONS) {
            match(fact, source, stage, relations);
        }
        match(Function.class, source, stage, functions);
        toast(source, stage);
    }

    private static void match(Class<? extends Fact> fact, Snapshot source, Snapshot stage, Map<Long, Long> into) {
        if (!source.observed().contains(fact) || !stage.observed().contains(fact)) {
            return;
        }
        Map<List<Object>, Long> byName = new HashMap<>();
        stage.all(fact).forEach(it -> byName.put(name(it), oid(it)));
        for (Fact each : source.all(fact)) {
            @Nullable Long counterpart = byName.get(name(each));
            if (counterpart != null) {
                into.put(oid(each), counterpart);
            }
        }
    }

    /// TOAST tables are called after the OID of their table.
    private void toast(Snapshot source, Snapshot stage) {
        if (!source.observed().contains(Table.class) || !stage.observed().contains(Table.class)) {
            return;
        }
        Map<Long, Long> toast = new HashMap<>();
        for (Table table : stage.all(Table.class)) {
            if (table.toast() != null) {
                toast.put(table.oid(), table.toast());
            }
        }
        for (Table table : source.all(Table.class)) {
            @Nullable Long counterpart = toast.get(relations.getOrDefault(table.oid(), 0L));
            if (table.toast() != null && counterpart != null) {
                relations.put(table.toast(), counterpart);
            }
        }
    }

    /// What an object is called among those of its class.
    static List<Object> name(Fact fact) {
        return List.of(
                String.valueOf(Recast.value(fact, "kind")),
                String.valueOf(Recast.value(fact, "schema")),
                String.valueOf(Recast.value(fact, "name")),
                String.valueOf(Recast.value(fact, "arguments")),
                String.valueOf(Recast.value(fact, "column")));
    }

    private static long oid(Fact fact) {
        return Recast.value(fact, "oid") instanceof Long oid ? oid : 0;
    }

    /// A fact of the source as the stage would tell it; null if what it is about is not there.
    @Nullable
    Fact onStage(Fact fact) {
        boolean[] gone = {false};
        Fact moved = Recast.with(fact, (component, value) -> {
            @Nullable Map<Long, Long> counterparts = counterparts(fact, component);
            if (counterparts == null || !(value instanceof Long oid) || oid < FIRST_OWN) {
                return value;
            }
            @Nullable Long counterpart = counterparts.get(oid);
            gone[0] |= counterpart == null;
            return counterpart == null ? value : counterpart;
        });
        return gone[0] ? null : moved;
    }

    /// Whether facts of a class point to objects that have another OID on the stage.
    static boolean pointTo(Class<? extends Fact> fact) {
        return fact.equals(RelationSize.class)
                || Recast.has(fact, OF_RELATIONS)
                || Recast.has(fact, Set.of("function"));
    }

    private @Nullable Map<Long, Long> counterparts(Fact fact, String component) {
        if (component.equals("function")) {
            return functions;
        }
        boolean relation = OF_RELATIONS.contains(component) || fact instanceof RelationSize && component.equals("oid");
        return relation ? relations : null;
    }
}
