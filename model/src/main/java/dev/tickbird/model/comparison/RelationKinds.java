// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import static java.util.Arrays.asList;

import dev.tickbird.model.comparison.Property.Reading;
import dev.tickbird.model.schema.ForeignTable;
import dev.tickbird.model.schema.Inheritance;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tables, views and sequences: what they are called and what describes them.
final class RelationKinds {

    private static final Kind<Table> TABLE = tables("table", Table.Kind.ORDINARY, Table.Kind.PARTITIONED)
            .with("kind", Table::kind)
            .with("persistence", Table::persistence)
            .with("of type", Table::ofType)
            .with("row security", table -> table.forcedRowSecurity() ? "forced" : table.rowSecurity())
            .with("replica identity", Table::replicaIdentity)
            .ifKnown("partition key", RelationKinds::partitionKey)
            .ifKnown("partition of", RelationKinds::partitionOf)
            .ifKnown("inherits", RelationKinds::parents);

    private static final Kind<Table> FOREIGN_TABLE = tables("foreign table", Table.Kind.FOREIGN)
            .ifKnown("partition of", RelationKinds::partitionOf)
            .ifKnown("server", foreign(ForeignTable::server))
            .ifKnown("foreign options", foreign(table -> String.join(", ", table.options())));

    private static final Kind<Table> MATERIALIZED_VIEW = tables("materialized view", Table.Kind.MATERIALIZED_VIEW)
            .ifKnown("populated", materialized(MaterializedView::populated))
            .ifKnown("definition", materialized(MaterializedView::definition));

    private static final Kind<View> VIEW = Kind.inSchema("view", View.class, View::qualifiedName)
            .pointedAtBy(View::oid)
            .with("owner", View::owner)
            .with("options", View::options)
            .ifKnown("definition", View::definition);

    private static final Kind<Sequence> SEQUENCE = Kind.inSchema("sequence", Sequence.class, Sequence::qualifiedName)
            .pointedAtBy(Sequence::oid)
            .partOf((sequence, names) -> asList(
                    key("column", names.column(sequence.relation(), sequence.column())),
                    names.key(sequence.relation())))
            .following()
            .with("owner", Sequence::owner)
            .with("persistence", Sequence::persistence)
            .with("type", Sequence::type)
            .with("start", Sequence::start)
            .with("minimum", Sequence::minimum)
            .with("maximum", Sequence::maximum)
            .with("increment", Sequence::increment)
            .with("cycle", Sequence::cycles)
            .with("cache", Sequence::cache)
            .ifKnown("owned by", RelationKinds::ownerOf);

    /// Owners before what belongs to them.
    static final List<Kind<?>> ALL = List.of(TABLE, FOREIGN_TABLE, MATERIALIZED_VIEW, VIEW, SEQUENCE);

    private RelationKinds() {}

    private static Kind<Table> tables(String word, Table.Kind... kinds) {
        return Kind.inSchema(word, Table.class, Table::qualifiedName)
                .only(table -> Set.of(kinds).contains(table.kind()))
                .pointedAtBy(Table::oid)
                .partOf((table, names) -> asList(names.key(table.parent())))
                .with("owner", Table::owner)
                .with("access method", Table::accessMethod)
                .with("tablespace", Table::tablespace)
                .with("options", Table::options)
                .with("TOAST options", Table::toastOptions);
    }

    static @Nullable String key(String word, @Nullable String name) {
        return name == null ? null : Kind.key(word, name);
    }

    private static @Nullable String partitionKey(Table table, Names names) {
        if (table.kind() != Table.Kind.PARTITIONED) {
            return "";
        }
        @Nullable PartitionedTable how = names.more(PartitionedTable.class, table.oid());
        return how == null ? null : how.key();
    }

    private static @Nullable String partitionOf(Table table, Names names) {
        if (!table.partition()) {
            return "";
        }
        @Nullable Partition place = names.more(Partition.class, table.oid());
        return place == null ? null : names.relation(place.parent()) + " " + place.bound();
    }

    private static @Nullable List<String> parents(Table table, Names names) {
        return names.saw(Inheritance.class)
                ? names.parts(Inheritance.class, table.oid()).stream()
                        .map(inheritance -> String.valueOf(names.relation(inheritance.parent())))
                        .toList()
                : null;
    }

    private static @Nullable String ownerOf(Sequence sequence, Names names) {
        return sequence.relation() == null ? "" : names.column(sequence.relation(), sequence.column());
    }

    private static Reading<Table> foreign(java.util.function.Function<ForeignTable, Object> part) {
        return (table, names) -> {
            @Nullable ForeignTable more = names.more(ForeignTable.class, table.oid());
            return more == null ? null : part.apply(more);
        };
    }

    private static Reading<Table> materialized(java.util.function.Function<MaterializedView, @Nullable Object> part) {
        return (table, names) -> {
            @Nullable MaterializedView more = names.more(MaterializedView.class, table.oid());
            return more == null ? null : part.apply(more);
        };
    }
}
