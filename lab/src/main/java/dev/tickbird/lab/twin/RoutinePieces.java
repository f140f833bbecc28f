// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Aggregate;
import dev.tickbird.model.schema.AlteredRoutine;
import dev.tickbird.model.schema.Cast;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Language;
import dev.tickbird.model.schema.Operator;
import dev.tickbird.model.schema.OperatorClass;
import dev.tickbird.model.schema.OperatorFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Languages, functions, aggregates, and what is made of them: operators, their classes and families, casts.
final class RoutinePieces {

    /// A library in PostgreSQL's own folder: who could put one there, could run code as the server anyway.
    private static final Pattern OWN_LIBRARY = Pattern.compile("'\\$libdir/[A-Za-z0-9_-]+'");

    private static final Pattern ADDITION = Pattern.compile("(^|; )alter operator family ");

    private final Source source;

    RoutinePieces(Source source) {
        this.source = source;
    }

    List<Piece> languages() {
        List<Piece> pieces = new ArrayList<>();
        for (Language it : source.all(Language.class)) {
            pieces.add(Piece.of(
                            "language " + Identifier.quoted(it.name()),
                            Sql.format(
                                    "create%s language %I%s",
                                    it.trusted() ? " trusted" : "",
                                    it.name(),
                                    it.handler() == null ? "" : " handler " + it.handler()))
                    .ownedBy(source.creator(it.owner())));
        }
        return pieces;
    }

    List<Piece> functions() {
        List<Piece> pieces = new ArrayList<>();
        source.all(Function.class).stream()
                .sorted(Comparator.comparingLong(Function::oid))
                .filter(it -> it.kind() != Function.Kind.AGGREGATE)
                .forEach(it -> {
                    String subject = "function " + it.signature();
                    if (it.definition() == null) {
                        source.untold(subject);
                    } else if (it.language().equals("c")
                            && !OWN_LIBRARY.matcher(it.definition()).find()) {
                        source.gap(TwinGap.of(subject, "it is written in C, and its library is not PostgreSQL's own"));
                    } else {
                        pieces.add(Piece.of(subject, Sql.format("%s", it.definition()))
                                .ownedBy(source.creator(it.owner())));
                    }
                });
        return pieces;
    }

    List<Piece> aggregates() {
        List<Piece> pieces = new ArrayList<>();
        for (Aggregate it : source.all(Aggregate.class)) {
            source.all(Function.class).stream()
                    .filter(function -> function.oid() == it.oid())
                    .forEach(function ->
                            pieces.add(Piece.of("aggregate " + function.signature(), Sql.format("%s", it.definition()))
                                    .ownedBy(source.creator(function.owner()))));
        }
        return pieces;
    }

    /// Those that name a partner come first. PostgreSQL would tell the partner of them if it were there already, and in
    /// the source it may not know.
    List<Piece> operators() {
        List<Piece> pieces = new ArrayList<>();
        source.all(Operator.class).stream()
                .sorted(Comparator.comparing((Operator it) -> !namesPartner(it)).thenComparingLong(Operator::oid))
                .filter(it -> it.definition() != null)
                .forEach(it -> pieces.add(Piece.of(
                                "operator " + Identifier.quoted(it.schema()) + '.' + it.name(),
                                Sql.format("%s", it.definition()))
                        .ownedBy(source.creator(it.owner()))));
        for (OperatorFamily it : source.all(OperatorFamily.class)) {
            pieces.add(Piece.of("operator family " + it.qualifiedName(), statements(it))
                    .ownedBy(source.creator(it.owner())));
        }
        for (OperatorClass it : source.all(OperatorClass.class)) {
            pieces.add(Piece.of("operator class " + it.qualifiedName(), Sql.format("%s", it.definition()))
                    .ownedBy(source.creator(it.owner())));
        }
        return pieces;
    }

    private static boolean namesPartner(Operator it) {
        return it.definition() != null && it.definition().contains("or = operator(");
    }

    /// The fact has them in one text. To a family that is not the user's there is only something to add.
    private static List<Sql> statements(OperatorFamily family) {
        Sql name = Sql.format("%I using %I", new QualifiedName(family.schema(), family.name()), family.method());
        Matcher addition = ADDITION.matcher(family.definition());
        List<Sql> statements = new ArrayList<>();
        if (family.definition().startsWith("create ")) {
            statements.add(Sql.format("create operator family %s", name));
        }
        if (addition.find()) {
            statements.add(
                    Sql.format("alter operator family %s", family.definition().substring(addition.end())));
        }
        return statements;
    }

    /// What came with PostgreSQL, or with an extension, and is planned with in another way since somebody altered it.
    List<Piece> alterations() {
        return source.all(AlteredRoutine.class).stream()
                .map(it -> Piece.of(it.kind() + " " + it.name(), Sql.format("%s", it.definition())))
                .toList();
    }

    List<Piece> casts() {
        List<Piece> pieces = new ArrayList<>();
        for (Cast it : source.all(Cast.class)) {
            String how = switch (it.method()) {
                case "function" -> "with function " + it.function();
                case "inout" -> "with inout";
                default -> "without function";
            };
            String when = switch (it.context()) {
                case EXPLICIT -> "";
                case ASSIGNMENT -> " as assignment";
                case IMPLICIT -> " as implicit";
            };
            pieces.add(Piece.of(
                    "cast (" + it.source() + " as " + it.target() + ")",
                    Sql.format("create cast (%s as %s) %s%s", it.source(), it.target(), how, when)));
        }
        return pieces;
    }
}
