// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.IndexTarget;
import dev.tickbird.model.schema.Inheritance;
import dev.tickbird.model.schema.LateColumn;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.NotNull;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is set on tables, columns and indexes once they are there; and states that no statement brings about without
/// rows or failures, which are written to the catalogs.
final class DetailPieces {

    private final Source source;

    DetailPieces(Source source) {
        this.source = source;
    }

    List<Piece> settings() {
        List<Piece> pieces = new ArrayList<>();
        for (Table table : source.all(Table.class)) {
            List<String> clauses = clauses(table);
            for (Column column : source.of(table.oid(), Column.class)) {
                if (column.statisticsTarget() != null) {
                    clauses.add(
                            Sql.format("alter column %I set statistics %s", column.name(), column.statisticsTarget())
                                    .text());
                }
                if (!column.options().isEmpty()) {
                    clauses.add(Sql.format("alter column %I set %s", column.name(), Clauses.list(column.options()))
                            .text());
                }
            }
            if (!clauses.isEmpty()) {
                pieces.add(Piece.of(TablePieces.subject(table), statement(table, clauses))
                        .inGroup(table.oid()));
            }
            pieces.addAll(compressions(table));
            pieces.addAll(ofIndexes(table));
        }
        return pieces;
    }

    /// Each by itself, for not every server can do `lz4`.
    private List<Piece> compressions(Table table) {
        return source.of(table.oid(), Column.class).stream()
                .filter(column -> column.compression() != null)
                .map(column -> Piece.of(
                                "column " + table.qualifiedName() + "." + Identifier.quoted(column.name()),
                                statement(
                                        table,
                                        List.of(Sql.format(
                                                        "alter column %I set compression %s",
                                                        column.name(), column.compression())
                                                .text())))
                        .inGroup(table.oid()))
                .toList();
    }

    private List<Piece> ofIndexes(Table table) {
        return source.of(table.oid(), Index.class).stream()
                .flatMap(index -> source.all(IndexTarget.class).stream()
                        .filter(target -> target.index() == index.oid())
                        .map(target -> Piece.of(
                                        IndexPieces.subject(index),
                                        Sql.format(
                                                "alter index %I alter column %s set statistics %s",
                                                index.qualifiedName(), target.number(), target.statisticsTarget()))
                                .inGroup(table.oid())))
                .toList();
    }

    private List<String> clauses(Table table) {
        List<String> clauses = new ArrayList<>();
        if (table.rowSecurity()) {
            clauses.add("enable row level security");
        }
        if (table.forcedRowSecurity()) {
            clauses.add("force row level security");
        }
        boolean foreign = table.kind() == Table.Kind.FOREIGN; // has none, which the catalogs call nothing
        switch (foreign ? Table.ReplicaIdentity.DEFAULT : table.replicaIdentity()) {
            case NOTHING -> clauses.add("replica identity nothing");
            case FULL -> clauses.add("replica identity full");
            case DEFAULT, INDEX -> {}
        }
        for (Index index : source.of(table.oid(), Index.class)) {
            if (index.replicaIdentity()) {
                clauses.add(Sql.format("replica identity using index %I", index.name())
                        .text());
            }
            if (index.clustered()) {
                clauses.add(Sql.format("cluster on %I", index.name()).text());
            }
        }
        return clauses;
    }

    private static Sql statement(Table table, List<String> clauses) {
        Sql list = Sql.format("%s", String.join(", ", clauses));
        return switch (table.kind()) {
            case MATERIALIZED_VIEW -> Sql.format("alter materialized view %I %s", table.qualifiedName(), list);
            case FOREIGN -> Sql.format("alter foreign table only %I %s", table.qualifiedName(), list);
            case ORDINARY, PARTITIONED -> Sql.format("alter table only %I %s", table.qualifiedName(), list);
        };
    }

    List<Piece> states() {
        List<Piece> pieces = new ArrayList<>();
        for (Index it : source.all(Index.class)) {
            if (!it.valid()) {
                pieces.add(Piece.of(
                        IndexPieces.subject(it),
                        Sql.format(
                                "update pg_catalog.pg_index set indisvalid = false, indisready = %s, indislive = %s"
                                        + " where indexrelid = %L::pg_catalog.regclass",
                                it.ready(), it.live(), it.qualifiedName())));
            }
        }
        for (Table table : source.all(Table.class)) {
            source.the(table.oid(), MaterializedView.class)
                    .filter(MaterializedView::populated)
                    .ifPresent(_ -> pieces.add(Piece.of(
                            TablePieces.subject(table),
                            Sql.format(
                                    "update pg_catalog.pg_class set relispopulated = true"
                                            + " where oid = %L::pg_catalog.regclass",
                                    table.qualifiedName()))));
            source.the(table.oid(), Partition.class)
                    .filter(Partition::detachPending)
                    .ifPresent(_ -> pieces.add(Piece.of(
                            TablePieces.subject(table),
                            Sql.format(
                                    "update pg_catalog.pg_inherits set inhdetachpending = true"
                                            + " where inhrelid = %L::pg_catalog.regclass",
                                    table.qualifiedName()))));
        }
        pieces.addAll(lateColumns());
        pieces.addAll(inheritedColumns());
        pieces.addAll(inheritedConstraints());
        pieces.addAll(internalTriggers());
        return pieces;
    }

    /// The planner does not read all columns as they lie where one may not be stored.
    private List<Piece> lateColumns() {
        List<Piece> pieces = new ArrayList<>();
        for (LateColumn it : source.all(LateColumn.class)) {
            source.table(it.relation())
                    .ifPresent(table -> pieces.add(Piece.of(
                            TablePieces.subject(table),
                            Sql.format(
                                    "update pg_catalog.pg_attribute set atthasmissing = true"
                                            + " where attrelid = %L::pg_catalog.regclass and attname = %L",
                                    table.qualifiedName(), it.column()))));
        }
        return pieces;
    }

    /// A column that an heir has from its parent alone goes with the parent's.
    private List<Piece> inheritedColumns() {
        List<Piece> pieces = new ArrayList<>();
        for (Table table : source.all(Table.class)) {
            if (!source.of(table.oid(), Inheritance.class).isEmpty()) {
                source.of(table.oid(), Column.class).stream()
                        .filter(column -> !column.local())
                        .forEach(column -> pieces.add(Piece.of(
                                TablePieces.subject(table),
                                Sql.format(
                                        "update pg_catalog.pg_attribute set attislocal = false"
                                                + " where attrelid = %L::pg_catalog.regclass and attname = %L",
                                        table.qualifiedName(), column.name()))));
            }
        }
        return pieces;
    }

    /// A check or a not null that an heir has from its parent alone goes with the parent's.
    private List<Piece> inheritedConstraints() {
        List<Piece> pieces = new ArrayList<>();
        source.all(Constraint.class).stream()
                .filter(it -> it.inherited() && !it.local())
                .forEach(it -> inherited(it.relation(), it.name()).ifPresent(pieces::add));
        source.all(NotNull.class).stream()
                .filter(it -> it.inherited() && !it.local())
                .forEach(it -> inherited(it.relation(), it.name()).ifPresent(pieces::add));
        return pieces;
    }

    private Optional<Piece> inherited(long relation, String constraint) {
        return source.relation(relation)
                .filter(_ -> !source.of(relation, Inheritance.class).isEmpty())
                .map(table -> Piece.of(
                        "constraint " + Sql.format("%I", constraint) + " on " + table,
                        Sql.format(
                                "update pg_catalog.pg_constraint set conislocal = false"
                                        + " where conrelid = %L::pg_catalog.regclass and conname = %L",
                                table, constraint)));
    }

    /// `disable trigger all` reaches those that enforce foreign keys, too; then the keys hold nothing any more.
    private List<Piece> internalTriggers() {
        Map<Long, ForeignKey> keys = new HashMap<>();
        source.all(ForeignKey.class).forEach(key -> keys.put(key.oid(), key));
        List<Piece> pieces = new ArrayList<>();
        for (Trigger it : source.all(Trigger.class)) {
            @Nullable ForeignKey key = it.constraint() == null ? null : keys.get(it.constraint());
            if (it.internal() && it.firing() != Firing.ORIGIN && key != null) {
                pieces.add(Piece.of(
                        "foreign key " + Sql.format("%I", key.name()),
                        Sql.format(
                                "update pg_catalog.pg_trigger set tgenabled = %L where tgrelid = %L::pg_catalog.regclass"
                                        + " and tgfoid = %L::pg_catalog.regproc and tgconstraint ="
                                        + " (select oid from pg_catalog.pg_constraint where conname = %L"
                                        + " and conrelid = %L::pg_catalog.regclass)",
                                it.firing().name().substring(0, 1),
                                source.relation(it.relation())
                                        .map(Object::toString)
                                        .orElse("-"),
                                it.functionName(),
                                key.name(),
                                source.relation(key.relation())
                                        .map(Object::toString)
                                        .orElse("-"))));
            }
        }
        return pieces;
    }
}
