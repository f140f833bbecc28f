// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to build: all of its statements succeed, or none of them leaves a trace.
///
/// @param subject what it is about, as a gap names it
/// @param owner who creates it, and so owns it; null for the twin's own superuser
/// @param tablespace where it lies; empty for the database's own
/// @param group pieces of one group are built by one session, in order
/// @param otherwise what is built instead when it cannot be built as it is, once nothing else moves on
/// @param excuse what the twin lacks if `otherwise` was needed; null if it comes to the same
record Piece(
        String subject,
        @Nullable String owner,
        String tablespace,
        long group,
        List<Sql> statements,
        List<Piece> otherwise,
        @Nullable String excuse) {

    Piece {
        statements = List.copyOf(statements);
        otherwise = List.copyOf(otherwise);
    }

    static Piece of(String subject, Sql... statements) {
        return of(subject, List.of(statements));
    }

    static Piece of(String subject, List<Sql> statements) {
        return new Piece(subject, null, "", 0, statements, List.of(), null);
    }

    Piece ownedBy(@Nullable String role) {
        return new Piece(subject, role, tablespace, group, statements, otherwise, excuse);
    }

    Piece lyingIn(@Nullable String space) {
        return new Piece(subject, owner, space == null ? "" : space, group, statements, otherwise, excuse);
    }

    Piece inGroup(long number) {
        return new Piece(subject, owner, tablespace, number, statements, otherwise, excuse);
    }

    /// The same in parts, each of which can wait for what it needs.
    Piece orInParts(List<Piece> parts) {
        return new Piece(subject, owner, tablespace, group, statements, parts, null);
    }

    /// Something that serves in its place.
    Piece orElse(String lack, Piece standIn) {
        return new Piece(subject, owner, tablespace, group, statements, List.of(standIn), lack);
    }
}
