// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Domain;
import dev.tickbird.model.schema.DomainConstraint;
import java.util.ArrayList;
import java.util.List;

/// What people wrote about objects.
final class CommentPieces {

    private final Source source;

    CommentPieces(Source source) {
        this.source = source;
    }

    /// @param late those on event triggers, or the others
    List<Piece> comments(boolean late) {
        List<Piece> pieces = new ArrayList<>();
        for (Comment it : source.all(Comment.class)) {
            if (it.kind().equals("event trigger") == late && !it.kind().equals("large object")) {
                pieces.add(Piece.of(
                        "comment on " + it.kind() + " " + it.identity(),
                        Sql.format("comment on %s %s is %L", word(it), name(it), it.text())));
            }
        }
        return pieces;
    }

    private static String word(Comment comment) {
        return switch (comment.kind()) {
            case "function", "procedure", "aggregate" -> "routine";
            case "table constraint", "domain constraint" -> "constraint";
            case "foreign-data wrapper" -> "foreign data wrapper";
            case "statistics object" -> "statistics";
            case "composite type" -> "type";
            default -> comment.kind().endsWith(" column") ? "column" : comment.kind();
        };
    }

    private String name(Comment comment) {
        if (!comment.kind().equals("domain constraint")) {
            return comment.identity();
        }
        for (DomainConstraint check : source.all(DomainConstraint.class)) {
            if (check.oid() == comment.oid()) {
                return source.all(Domain.class).stream()
                        .filter(domain -> domain.oid() == check.domain())
                        .map(domain -> Sql.format("%I on domain %I", check.name(), domain.qualifiedName())
                                .text())
                        .findFirst()
                        .orElse(comment.identity());
            }
        }
        return comment.identity();
    }
}
