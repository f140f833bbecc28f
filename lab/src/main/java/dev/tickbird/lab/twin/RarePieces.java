// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.ForeignDataWrapper;
import dev.tickbird.model.schema.ForeignServer;
import dev.tickbird.model.schema.OtherObject;
import dev.tickbird.model.schema.TextSearchConfiguration;
import dev.tickbird.model.schema.TextSearchDictionary;
import dev.tickbird.model.schema.UserMapping;
import java.util.ArrayList;
import java.util.List;

/// What few databases have: foreign data, text search, access methods, conversions and transforms of their own.
final class RarePieces {

    private static final String HIDDEN = "*****";
    private static final String REMOTE_ESTIMATE = "use_remote_estimate=";

    private RarePieces() {}

    static List<Piece> foreignData(Source source) {
        List<Piece> pieces = new ArrayList<>();
        for (ForeignDataWrapper it : source.all(ForeignDataWrapper.class)) {
            pieces.add(Piece.of(
                            "foreign-data wrapper " + Identifier.quoted(it.name()),
                            Sql.format(
                                    "create foreign data wrapper %I%s%s%s",
                                    it.name(),
                                    it.handler() == null ? "" : " handler " + it.handler(),
                                    it.validator() == null ? "" : " validator " + it.validator(),
                                    Clauses.foreign(it.options())))
                    .ownedBy(source.creator(it.owner())));
        }
        source.all(ForeignServer.class).forEach(it -> pieces.add(server(source, it)));
        source.all(UserMapping.class).forEach(it -> pieces.add(mapping(it)));
        return pieces;
    }

    /// A server that is asked for estimates would be connected to whenever the twin plans.
    private static Piece server(Source source, ForeignServer it) {
        String subject = "foreign server " + Identifier.quoted(it.name());
        List<String> options = it.options().stream()
                .filter(option -> !option.startsWith(REMOTE_ESTIMATE))
                .toList();
        if (options.size() < it.options().size()) {
            source.gap(TwinGap.of(subject, "the twin plans without asking it for estimates"));
        }
        return Piece.of(
                        subject,
                        Sql.format(
                                "create server %I%s%s foreign data wrapper %I%s",
                                it.name(),
                                it.type() == null ? "" : Sql.format(" type %L", it.type()),
                                it.version() == null ? "" : Sql.format(" version %L", it.version()),
                                it.wrapper(),
                                Clauses.foreign(options)))
                .ownedBy(source.creator(it.owner()));
    }

    /// The values of its options are not in a snapshot.
    private static Piece mapping(UserMapping it) {
        String subject = "user mapping for " + it.role() + " on " + Identifier.quoted(it.server());
        String options = Clauses.foreign(
                it.optionNames().stream().map(name -> name + '=' + HIDDEN).toList());
        Sql bare = Sql.format("create user mapping for %s server %I", Clauses.grantee(it.role()), it.server());
        return Piece.of(subject, Sql.format("%s%s", bare, options))
                .orElse("it is without options", Piece.of(subject, bare));
    }

    static List<Piece> others(Source source) {
        return source.all(OtherObject.class).stream()
                .map(it -> Piece.of(it.kind() + " " + it.identity(), Sql.format("%s", it.definition()))
                        .ownedBy(it.owner() == null ? null : source.creator(it.owner())))
                .toList();
    }

    static List<Piece> textSearch(Source source) {
        List<Piece> pieces = new ArrayList<>();
        for (TextSearchDictionary it : source.all(TextSearchDictionary.class)) {
            pieces.add(Piece.of(
                            "text search dictionary " + it.qualifiedName(),
                            Sql.format(
                                    "create text search dictionary %I (template = %s%s)",
                                    it.qualifiedName(), it.template(), it.options() == null ? "" : ", " + it.options()))
                    .ownedBy(source.creator(it.owner())));
        }
        for (TextSearchConfiguration it : source.all(TextSearchConfiguration.class)) {
            List<Sql> statements = new ArrayList<>();
            statements.add(
                    Sql.format("create text search configuration %I (parser = %s)", it.qualifiedName(), it.parser()));
            for (String mapping : it.mappings()) {
                int colon = mapping.indexOf(": ");
                statements.add(Sql.format(
                        "alter text search configuration %I add mapping for %I with %s",
                        it.qualifiedName(), mapping.substring(0, colon), mapping.substring(colon + 2)));
            }
            pieces.add(Piece.of("text search configuration " + it.qualifiedName(), statements)
                    .ownedBy(source.creator(it.owner())));
        }
        return pieces;
    }
}
