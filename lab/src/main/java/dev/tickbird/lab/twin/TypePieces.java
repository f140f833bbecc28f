// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Collation;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.DomainConstraint;
import dev.tickbird.model.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collations, types and domains.
final class TypePieces {

    private final Source source;

    TypePieces(Source source) {
        this.source = source;
    }

    /// A collation whose locale this machine does not have gets a stand-in that is not `C` either, for the planner asks
    /// that first. Those that came with PostgreSQL are of the machine on which it was set up.
    List<Piece> collations() {
        List<Piece> pieces = new ArrayList<>();
        for (Collation collation : source.all(Collation.class)) {
            if (collation.provider().equals("default")) {
                continue;
            }
            String create = collation.builtIn() ? "create collation if not exists" : "create collation";
            String subject = "collation " + collation.qualifiedName();
            String owner = source.creator(collation.owner());
            Piece standIn = Piece.of(
                            subject,
                            Sql.format(
                                    "%s %I (provider = libc, locale = 'C.UTF-8')", create, collation.qualifiedName()))
                    .ownedBy(owner);
            pieces.add(Piece.of(subject, collation(create, collation))
                    .ownedBy(owner)
                    .orElse("C.UTF-8 stands in for it", standIn));
        }
        return pieces;
    }

    private static Sql collation(String create, Collation it) {
        List<String> words = new ArrayList<>();
        words.add("provider = " + it.provider());
        add(words, "lc_collate", it.locale() == null ? it.collate() : null);
        add(words, "lc_ctype", it.locale() == null ? it.characterType() : null);
        add(words, "locale", it.locale());
        add(words, "rules", it.rules());
        add(words, "version", it.recordedVersion());
        if (!it.deterministic()) {
            words.add("deterministic = false");
        }
        return Sql.format("%s %I (%s)", create, it.qualifiedName(), String.join(", ", words));
    }

    private static void add(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.add(name + " = " + Sql.format("%L", value));
        }
    }

    /// In the order of their OIDs, which is mostly that of their dependence. Base types are announced before their
    /// functions, and defined after them.
    List<Piece> types() {
        List<Piece> pieces = new ArrayList<>();
        Map<Long, Piece> defined = new TreeMap<>();
        for (Type type : source.all(Type.class)) {
            if (type.definition() != null && type.kind() != Type.Kind.MULTIRANGE) {
                Sql announced = Sql.format("create type %I", type.qualifiedName());
                String subject = "type " + type.qualifiedName();
                String owner = source.creator(type.owner());
                Piece whole =
                        Piece.of(subject, Sql.format("%s", type.definition())).ownedBy(owner);
                Piece shell = Piece.of(subject, announced).ownedBy(owner);
                if (type.kind() == Type.Kind.BASE) {
                    pieces.add(shell);
                }
                boolean range = type.kind() == Type.Kind.RANGE;
                defined.put(type.oid(), range ? whole.orInParts(List.of(shell, whole)) : whole);
            }
        }
        source.all(Domain.class).forEach(domain -> defined.put(domain.oid(), domain(domain)));
        pieces.addAll(defined.values());
        return pieces;
    }

    private Piece domain(Domain domain) {
        String subject = "domain " + domain.qualifiedName();
        String owner = source.creator(domain.owner());
        List<Sql> statements = new ArrayList<>();
        statements.add(Sql.format(
                "create domain %I as %s%s",
                domain.qualifiedName(),
                domain.baseType(),
                domain.collation() == null ? "" : " collate " + domain.collation()));
        if (domain.defaultExpression() != null) {
            statements.add(
                    Sql.format("alter domain %I set default %s", domain.qualifiedName(), domain.defaultExpression()));
        }
        if (domain.notNull()) {
            statements.add(Sql.format("alter domain %I set not null", domain.qualifiedName()));
        }
        for (DomainConstraint check : source.all(DomainConstraint.class)) {
            if (check.domain() == domain.oid()) {
                statements.add(Sql.format(
                        "alter domain %I add constraint %I %s",
                        domain.qualifiedName(), check.name(), check.definition()));
            }
        }
        List<Piece> parts = statements.stream()
                .map(each -> Piece.of(subject, each).ownedBy(owner))
                .toList();
        return Piece.of(subject, statements).ownedBy(owner).orInParts(parts);
    }
}
