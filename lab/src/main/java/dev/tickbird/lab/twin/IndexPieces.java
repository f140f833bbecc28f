// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Indexes, with the constraints that they enforce, and foreign keys.
final class IndexPieces {

    private final Source source;
    private final Map<Long, Constraint> enforced = new HashMap<>();

    IndexPieces(Source source) {
        this.source = source;
        source.all(Constraint.class).stream()
                .filter(it -> it.index() != null)
                .forEach(it -> enforced.put(it.index(), it));
    }

    /// Those of one table in the order of their OIDs, by which the planner chooses among equals.
    ///
    /// @param materialized those of materialized views, or those of tables
    List<Piece> indexes(boolean materialized) {
        List<Piece> pieces = new ArrayList<>();
        for (Index it : source.all(Index.class).stream()
                .sorted(Comparator.comparingLong(Index::oid))
                .toList()) {
            source.table(it.relation())
                    .filter(table -> table.kind() == Table.Kind.MATERIALIZED_VIEW == materialized)
                    .ifPresent(table -> {
                        Sql sql = create(table, it);
                        if (sql.text().isEmpty()) {
                            source.untold(subject(it));
                        } else {
                            Piece piece = made(table, it, statements(it, sql));
                            boolean plain = it.expressions() == null && it.predicate() == null;
                            pieces.add(plain ? piece : piece.orInParts(List.of(looking(table, it, sql))));
                        }
                    });
        }
        return pieces;
    }

    private Piece made(Table table, Index it, List<Sql> statements) {
        return Piece.of(subject(it), statements)
                .ownedBy(source.creator(table.owner()))
                .lyingIn(it.tablespace())
                .inGroup(table.oid());
    }

    /// The same for an expression that calls a function in SQL whose body says not where to find what it names; from
    /// PostgreSQL 17 on there can be none.
    private Piece looking(Table table, Index it, Sql create) {
        List<Sql> statements = new ArrayList<>();
        statements.add(Sql.format("set local search_path = %s", source.everySchema()));
        statements.addAll(statements(it, create));
        statements.add(Sql.format("set local search_path = pg_catalog"));
        return made(table, it, statements);
    }

    private Sql create(Table table, Index it) {
        @Nullable Constraint constraint = enforced.get(it.oid());
        if (constraint == null) {
            return Sql.format("%s", it.definition());
        }
        return constraint.definition() == null
                ? Sql.format("")
                : Sql.format(
                        "alter table only %I add constraint %I %s",
                        table.qualifiedName(), constraint.name(), constraint.definition());
    }

    private List<Sql> statements(Index it, Sql create) {
        return enforced.containsKey(it.oid()) && !it.options().isEmpty()
                ? List.of(create, Sql.format("alter index %I set %s", it.qualifiedName(), Clauses.list(it.options())))
                : List.of(create);
    }

    /// Indexes of partitions become parts of those of their parents.
    List<Piece> attachments() {
        List<Piece> pieces = new ArrayList<>();
        for (Index it : source.all(Index.class)) {
            source.index(it.parent())
                    .ifPresent(parent -> pieces.add(Piece.of(
                                    subject(it),
                                    Sql.format("alter index %I attach partition %I", parent, it.qualifiedName()))
                            .inGroup(source.table(it.relation())
                                    .map(source::root)
                                    .orElse(0L))));
        }
        return pieces;
    }

    /// Those that a partition has under names of their own come before the parent's, which then takes them over.
    List<Piece> foreignKeys() {
        Map<Long, ForeignKey> keys = new HashMap<>();
        source.all(ForeignKey.class).forEach(key -> keys.put(key.oid(), key));
        List<Piece> pieces = new ArrayList<>();
        for (ForeignKey key : source.all(ForeignKey.class)) {
            @Nullable ForeignKey parent = key.parent() == null ? null : keys.get(key.parent());
            if (parent == null) {
                add(key, pieces, pieces.size());
            } else if (parent.relation() != key.relation() && !parent.name().equals(key.name())) {
                add(key, pieces, 0);
            }
        }
        return pieces;
    }

    private void add(ForeignKey key, List<Piece> pieces, int place) {
        source.relation(key.relation())
                .ifPresent(table -> pieces.add(
                        place,
                        Piece.of(
                                "foreign key " + Sql.format("%I", key.name()) + " on " + table,
                                Sql.format(
                                        "alter table %I add constraint %I %s", table, key.name(), key.definition()))));
    }

    /// Checks that old rows were not put to.
    List<Piece> laterConstraints() {
        List<Piece> pieces = new ArrayList<>();
        for (Constraint it : source.all(Constraint.class)) {
            if (it.index() == null && !it.validated() && it.enforced() && it.definition() != null) {
                source.relation(it.relation())
                        .ifPresent(table -> pieces.add(Piece.of(
                                "constraint " + Sql.format("%I", it.name()) + " on " + table,
                                Sql.format(
                                        "alter table only %I add constraint %I %s",
                                        table, it.name(), TablePieces.told(it)))));
            }
        }
        return pieces;
    }

    static String subject(Index index) {
        return "index " + index.qualifiedName();
    }
}
