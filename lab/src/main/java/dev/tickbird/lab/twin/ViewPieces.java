// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Views, and materialized views without rows.
final class ViewPieces {

    private final Source source;

    ViewPieces(Source source) {
        this.source = source;
    }

    /// In the order of their OIDs, which is mostly that of their dependence.
    List<Piece> views() {
        Map<Long, Piece> pieces = new TreeMap<>();
        for (View view : source.all(View.class)) {
            if (view.definition() == null) {
                source.untold(subject(view));
            } else {
                pieces.put(view.oid(), view(view, view.definition()));
            }
        }
        for (Table table : source.all(Table.class)) {
            source.the(table.oid(), MaterializedView.class).ifPresent(it -> {
                if (it.definition() == null) {
                    source.untold(TablePieces.subject(table));
                } else {
                    pieces.put(table.oid(), materialized(table, it.definition()));
                }
            });
        }
        return List.copyOf(pieces.values());
    }

    /// Where it stands in a circle, an empty view with its columns comes first; if nothing comes after, it goes again,
    /// for it would be planned as if it were the view.
    private Piece view(View view, String definition) {
        String columns = source.of(view.oid(), Column.class).stream()
                .map(it -> Sql.format(
                                "null::%s%s as %I",
                                it.type(), it.collation() == null ? "" : " collate " + it.collation(), it.name())
                        .text())
                .collect(Collectors.joining(", "));
        Sql query = Sql.format(
                "create or replace view %I%s as %s",
                view.qualifiedName(), Clauses.with(view.options()), Clauses.bare(definition));
        Sql empty = Sql.format("create view %I as select %s", view.qualifiedName(), columns);
        Piece filled = made(view, query)
                .orElse("its query cannot be read", made(view, Sql.format("drop view %I", view.qualifiedName())));
        return made(view, query).orInParts(List.of(made(view, empty), filled));
    }

    private Piece made(View view, Sql sql) {
        return Piece.of(subject(view), sql).ownedBy(source.creator(view.owner()));
    }

    private Piece materialized(Table table, String definition) {
        return Piece.of(
                        TablePieces.subject(table),
                        Sql.format(
                                "create materialized view %I%s%s as %s with no data",
                                table.qualifiedName(),
                                table.accessMethod() == null ? "" : Sql.format(" using %I", table.accessMethod()),
                                Clauses.with(table.options(), table.toastOptions()),
                                Clauses.bare(definition)))
                .ownedBy(source.creator(table.owner()))
                .lyingIn(table.tablespace());
    }

    /// What a view's columns are filled with where a row is inserted through it.
    List<Piece> defaults() {
        List<Piece> pieces = new ArrayList<>();
        for (View view : source.all(View.class)) {
            for (ColumnDefault filling : source.of(view.oid(), ColumnDefault.class)) {
                source.of(view.oid(), Column.class).stream()
                        .filter(column -> column.number() == filling.number())
                        .forEach(column -> pieces.add(Piece.of(
                                subject(view),
                                Sql.format(
                                        "alter view %I alter column %I set default %s",
                                        view.qualifiedName(), column.name(), filling.expression()))));
            }
        }
        return pieces;
    }

    private static String subject(View view) {
        return "view " + view.qualifiedName();
    }
}
