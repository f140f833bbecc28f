// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import dev.tickbird.model.Parts;
import dev.tickbird.model.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tables of a snapshot by OID, and what belongs to each: indexes of a table, partitions of a parent.
public final class Relations {

    private final Snapshot snapshot;
    private final Map<Long, Table> tables = new HashMap<>();
    private final Map<Long, List<Table>> children = new HashMap<>();

    private Relations(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Table table : snapshot.all(Table.class)) {
            tables.put(table.oid(), table);
            if (table.parent() != null) {
                children.computeIfAbsent(table.parent(), parent -> new ArrayList<>())
                        .add(table);
            }
        }
    }

    public static Relations of(Snapshot snapshot) {
        return snapshot.view(Relations.class, Relations::new);
    }

    /// The table with this OID; empty for a view, another schema's secret or an extension's table.
    public Optional<Table> table(@Nullable Long oid) {
        return Optional.ofNullable(oid).map(tables::get);
    }

    /// The table that a part belongs to; for parts that come from the same snapshot's tables only.
    public Table tableOf(OfRelation part) {
        return table(part.relation())
                .orElseThrow(() -> new IllegalStateException("no table " + part.relation() + " in the snapshot"));
    }

    /// The parts of one kind of a table: `of(table, Index.class)`.
    public <P extends OfRelation> List<P> of(Table table, Class<P> kind) {
        return Parts.of(snapshot).of(table.oid(), kind);
    }

    /// The partitioned table at the top, if a table is a partition; else the table itself.
    public Table root(Table table) {
        return table.partition() ? table(table.parent()).map(this::root).orElse(table) : table;
    }

    /// The partitions and inheriting tables directly below a table.
    public List<Table> children(Table parent) {
        return List.copyOf(children.getOrDefault(parent.oid(), List.of()));
    }

    /// The foreign keys, its own among them, that reference a table.
    public List<ForeignKey> referencing(Table table) {
        return List.copyOf(
                snapshot.view(Referencing.class, Referencing::in).keys().getOrDefault(table.oid(), List.of()));
    }

    private record Referencing(Map<Long, List<ForeignKey>> keys) {

        static Referencing in(Snapshot snapshot) {
            return new Referencing(
                    snapshot.all(ForeignKey.class).stream().collect(Collectors.groupingBy(ForeignKey::referenced)));
        }
    }
}
