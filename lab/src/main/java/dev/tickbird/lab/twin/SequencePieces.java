// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Sequence;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sequences, but for those of identity columns, which come with their tables.
final class SequencePieces {

    private SequencePieces() {}

    static List<Piece> of(Source source) {
        List<Piece> pieces = new ArrayList<>();
        for (Sequence it : source.all(Sequence.class)) {
            if (!it.identity() && it.persistence() != Table.Persistence.TEMPORARY) {
                pieces.add(Piece.of(
                                subject(it),
                                Sql.format(
                                        "create%s sequence %I as %s%s",
                                        it.persistence() == Table.Persistence.UNLOGGED ? " unlogged" : "",
                                        it.qualifiedName(),
                                        it.type(),
                                        words(it)))
                        .ownedBy(source.creator(it.owner()))
                        .inGroup(it.oid()));
            }
        }
        return pieces;
    }

    static String words(Sequence it) {
        return " start with " + it.start() + " increment by " + it.increment() + " minvalue " + it.minimum()
                + " maxvalue " + it.maximum() + " cache " + it.cache() + (it.cycles() ? " cycle" : " no cycle");
    }

    /// Whose they are, and where they stand.
    static List<Piece> finish(Source source) {
        List<Piece> pieces = new ArrayList<>();
        for (Sequence it : source.all(Sequence.class)) {
            List<Sql> statements = new ArrayList<>();
            if (!it.identity() && it.relation() != null) {
                owner(source, it)
                        .ifPresent(column -> statements.add(
                                Sql.format("alter sequence %I owned by %s", it.qualifiedName(), column)));
            }
            if (it.lastValue() != null) {
                statements.add(Sql.format(
                        "select pg_catalog.setval(%L::pg_catalog.regclass, %s)", it.qualifiedName(), it.lastValue()));
            }
            if (!statements.isEmpty()) {
                pieces.add(Piece.of(subject(it), statements).inGroup(it.oid()));
            }
        }
        return pieces;
    }

    private static Optional<String> owner(Source source, Sequence it) {
        return source.relation(it.relation())
                .flatMap(table -> source.of(it.relation() == null ? 0 : it.relation(), Column.class).stream()
                        .filter(column -> Integer.valueOf(column.number()).equals(it.column()))
                        .map(column -> table + "." + Sql.format("%I", column.name()))
                        .findFirst());
    }

    private static String subject(Sequence sequence) {
        return "sequence " + sequence.qualifiedName();
    }
}
