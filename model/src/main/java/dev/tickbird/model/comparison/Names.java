// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Identifier;
import dev.tickbird.model.OfRelation;
import dev.tickbird.model.Parts;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.model.server.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the OIDs of one snapshot are called.
final class Names {

    private final Snapshot snapshot;
    private final String comparedWith;
    private final Map<Long, Table> tables = new HashMap<>();
    private final Map<Long, String> relations = new HashMap<>();
    private final Map<Long, Map<Integer, String>> columns = new HashMap<>();
    private final Map<Long, String> keys = new HashMap<>();

    Names(Snapshot snapshot, String comparedWith, List<Kind<?>> kinds) {
        this.snapshot = snapshot;
        this.comparedWith = comparedWith;
        all(Table.class).forEach(table -> {
            tables.put(table.oid(), table);
            relations.put(table.oid(), table.qualifiedName().toString());
        });
        all(View.class)
                .forEach(view -> relations.put(view.oid(), view.qualifiedName().toString()));
        all(Sequence.class)
                .forEach(sequence ->
                        relations.put(sequence.oid(), sequence.qualifiedName().toString()));
        all(Column.class)
                .forEach(column -> columns.computeIfAbsent(column.relation(), it -> new HashMap<>())
                        .put(column.number(), column.name()));
        kinds.forEach(this::remember);
    }

    private <F extends Fact> void remember(Kind<F> kind) {
        if (kind.oid() == null) {
            return;
        }
        for (F object : all(kind.fact())) {
            @Nullable String key = kind.chosen().test(object) ? kind.key(object, this) : null;
            if (key != null) {
                keys.put(kind.oid().applyAsLong(object), key);
            }
        }
    }

    /// Every record of a fact; none if it was not seen.
    <F extends Fact> List<F> all(Class<F> fact) {
        return snapshot.observed().contains(fact) ? snapshot.all(fact) : List.of();
    }

    boolean saw(Class<? extends Fact> fact) {
        return snapshot.observed().contains(fact);
    }

    /// The database that was looked at.
    String database() {
        return snapshot.the(Server.class).database();
    }

    /// The database that the other side looked at; it may be the same.
    String comparedWith() {
        return comparedWith;
    }

    int major() {
        return snapshot.the(Server.class).major();
    }

    /// A table, view or sequence; null if it was not seen.
    @Nullable
    String relation(@Nullable Long oid) {
        return oid == null ? null : relations.get(oid);
    }

    /// `orders_pkey on public.orders`; null if the relation was not seen.
    @Nullable
    String on(String name, long relation) {
        @Nullable String table = relation(relation);
        return table == null ? null : Identifier.quoted(name) + " on " + table;
    }

    /// A column by its name; null if its relation was not seen.
    @Nullable
    String column(@Nullable Long relation, String name) {
        @Nullable String table = relation(relation);
        return table == null ? null : table + '.' + Identifier.quoted(name);
    }

    /// A column by its number; null if it was not seen.
    @Nullable
    String column(@Nullable Long relation, @Nullable Integer number) {
        @Nullable
        String name = relation == null || number == null
                ? null
                : columns.getOrDefault(relation, Map.of()).get(number);
        return name == null ? null : column(relation, name);
    }

    /// The key of the object with this OID; null if it was not seen.
    @Nullable
    String key(@Nullable Long oid) {
        return oid == null ? null : keys.get(oid);
    }

    /// The parts of one kind of a relation, such as the defaults of its columns; none if they were not seen.
    <F extends OfRelation> List<F> parts(Class<F> fact, long relation) {
        return saw(fact) ? Parts.of(snapshot).of(relation, fact) : List.of();
    }

    /// The one record that says more about a relation, such as the `Partition` of a table; null if there is none.
    <F extends OfRelation> @Nullable F more(Class<F> fact, long relation) {
        List<F> found = parts(fact, relation);
        return found.isEmpty() ? null : found.getFirst();
    }

    @Nullable
    Table table(long oid) {
        return tables.get(oid);
    }
}
