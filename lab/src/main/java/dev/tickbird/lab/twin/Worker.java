// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One session that builds. It sends many pieces as one text, which costs one round trip, and halves what failed until
/// it has found the pieces that are to blame.
final class Worker implements AutoCloseable {

    private static final int PIECES_AT_ONCE = 128;
    private static final String CANCELLED = "57014";

    private final Connection connection;
    private final Deadline deadline;

    Worker(Connection connection, Deadline deadline) throws SQLException {
        this.connection = connection;
        this.deadline = deadline;
        connection.setAutoCommit(false);
    }

    /// Builds what can be built, in order, and says what could not.
    List<Failure> build(List<Piece> pieces) throws SQLException {
        List<Failure> failures = new ArrayList<>();
        for (int from = 0; from < pieces.size(); from += PIECES_AT_ONCE) {
            execute("set statement_timeout = " + deadline.millisLeft());
            attempt(pieces.subList(from, Math.min(from + PIECES_AT_ONCE, pieces.size())), failures);
            connection.commit();
        }
        return failures;
    }

    private void attempt(List<Piece> pieces, List<Failure> failures) throws SQLException {
        @Nullable String reason = pieces.size() == 1 ? refused(pieces.getFirst()) : null;
        if (reason == null) {
            reason = pieces.stream().allMatch(piece -> refused(piece) == null) ? run(pieces) : "";
        }
        if (reason == null) {
            return;
        }
        if (pieces.size() == 1) {
            failures.add(new Failure(pieces.getFirst(), reason));
            return;
        }
        int middle = pieces.size() / 2;
        attempt(pieces.subList(0, middle), failures);
        attempt(pieces.subList(middle, pieces.size()), failures);
    }

    /// A definition in a snapshot is somebody else's text. It must be what it says it is, and nothing behind it.
    private static @Nullable String refused(Piece piece) {
        try {
            for (Sql statement : piece.statements()) {
                if (Script.statements(statement.text()).size() != 1) {
                    return "its definition is not one statement";
                }
            }
            return null;
        } catch (SQLException e) {
            return Script.message(e);
        }
    }

    /// Why not; null if all were built.
    private @Nullable String run(List<Piece> pieces) throws SQLException {
        execute("savepoint piece"); // by itself: a text that cannot be read would not even do this
        try {
            execute(text(pieces));
            return null;
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                throw deadline.passed();
            }
            if (connection.isClosed()) {
                throw e;
            }
            execute("rollback to savepoint piece");
            return Script.message(e);
        }
    }

    private static String text(List<Piece> pieces) {
        List<Sql> statements = new ArrayList<>();
        @Nullable Piece last = null;
        for (Piece piece : pieces) {
            if (last == null || !Objects.equals(last.owner(), piece.owner())) {
                statements.add(
                        piece.owner() == null
                                ? Sql.format("set local role none")
                                : Sql.format("set local role %I", piece.owner()));
            }
            if (last == null || !last.tablespace().equals(piece.tablespace())) {
                statements.add(Sql.format("set local default_tablespace = %L", piece.tablespace()));
            }
            statements.addAll(piece.statements());
            last = piece;
        }
        statements.add(Sql.format("release savepoint piece"));
        statements.add(Sql.format("set local role none"));
        return statements.stream().map(Sql::text).collect(Collectors.joining(";\n"));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
