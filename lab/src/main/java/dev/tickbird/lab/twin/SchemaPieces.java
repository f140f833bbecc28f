// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.server.Extension;
import java.util.ArrayList;
import java.util.List;

/// Schemas and extensions.
final class SchemaPieces {

    private SchemaPieces() {}

    static List<Piece> schemas(Source source) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.of("schema public", Sql.format("drop schema if exists public")));
        for (Schema schema : source.all(Schema.class)) {
            pieces.add(Piece.of(
                    "schema " + Identifier.quoted(schema.name()),
                    Sql.format("create schema %I authorization %I", schema.name(), schema.owner())));
        }
        return pieces;
    }

    /// Each in the version that the source uses, or else in the one that this PostgreSQL has.
    static List<Piece> extensions(Source source) {
        List<Piece> pieces = new ArrayList<>();
        for (Extension it : source.all(Extension.class)) {
            String subject = "extension " + Identifier.quoted(it.name());
            if (it.name().equals("plpgsql")) {
                pieces.add(Piece.of(subject, Sql.format("drop extension if exists plpgsql")));
            }
            Piece other = Piece.of(subject, Sql.format("create extension %I schema %I", it.name(), it.schema()))
                    .ownedBy(source.creator(it.owner()));
            Piece same = Piece.of(
                            subject,
                            Sql.format(
                                    "create extension %I schema %I version %L", it.name(), it.schema(), it.version()))
                    .ownedBy(source.creator(it.owner()));
            pieces.add(same.orElse("the twin has another version of it than " + it.version(), other));
        }
        return pieces;
    }
}
