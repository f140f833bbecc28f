// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.sequences;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.SequenceDraw;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A column that a sequence fills: the one that owns it, or one whose default draws from it.
record FilledColumn(Table table, Column column) {

    private static final long SMALLINT = 21; // the OIDs that PostgreSQL gives the types for good
    private static final long INTEGER = 23;

    /// Those that a sequence fills. A partition's are left out, and an inheriting table's: they follow their parent's.
    static List<FilledColumn> of(Sequence sequence, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Optional<FilledColumn> owner =
                relations.table(sequence.relation()).flatMap(table -> column(table, sequence.column(), relations));
        List<FilledColumn> drawing =
                snapshot.view(Draws.class, Draws::in).bySequence.getOrDefault(sequence.oid(), List.of());
        List<FilledColumn> all =
                Stream.concat(owner.stream(), drawing.stream()).distinct().toList();
        return all.stream().filter(it -> all.stream().noneMatch(it::follows)).toList();
    }

    /// The sequence type that reaches as far as the column does; other columns hold more than any sequence gives.
    String type() {
        return column.typeOid() == SMALLINT ? "smallint" : column.typeOid() == INTEGER ? "integer" : "bigint";
    }

    /// Whether it holds less than a sequence can give.
    boolean isNarrow() {
        return !type().equals("bigint");
    }

    private boolean follows(FilledColumn other) {
        return Long.valueOf(other.table.oid()).equals(table.parent())
                && other.column.name().equals(column.name());
    }

    private static Optional<FilledColumn> column(Table table, @Nullable Integer number, Relations relations) {
        return relations.of(table, Column.class).stream()
                .filter(each -> Integer.valueOf(each.number()).equals(number))
                .findFirst()
                .map(each -> new FilledColumn(table, each));
    }

    @Override
    public String toString() {
        return table.qualifiedName() + "(" + column.name() + ")";
    }

    /// By the OID of the sequence.
    private record Draws(Map<Long, List<FilledColumn>> bySequence) {

        static Draws in(Snapshot snapshot) {
            Relations relations = Relations.of(snapshot);
            Map<Long, List<FilledColumn>> draws = new HashMap<>();
            for (SequenceDraw draw : snapshot.all(SequenceDraw.class)) {
                relations
                        .table(draw.relation())
                        .flatMap(table -> column(table, draw.number(), relations))
                        .ifPresent(column -> draws.computeIfAbsent(draw.sequence(), oid -> new ArrayList<>())
                                .add(column));
            }
            return new Draws(draws);
        }
    }
}
