// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the server said against a statement.
///
/// @param state the SQLSTATE
/// @param place what it points at; the statement's begin where it points at nothing
public record ScriptError(String message, String state, Place place) {

    static ScriptError of(SQLException error, SqlStatement statement, SqlScript script) {
        @Nullable ServerErrorMessage said = error instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        String state = Objects.requireNonNullElse(error.getSQLState(), "");
        if (said == null) {
            return new ScriptError(String.valueOf(error.getMessage()), state, statement.place());
        }
        String message = Objects.requireNonNullElse(said.getMessage(), "");
        return new ScriptError(message, state, place(said.getPosition(), statement, script));
    }

    /// @param position counted from 1, in characters; 0 if there is none
    private static Place place(int position, SqlStatement statement, SqlScript script) {
        String text = statement.text();
        if (position < 1 || position > text.codePointCount(0, text.length()) + 1) {
            return statement.place();
        }
        return script.place(statement.start() + text.offsetByCodePoints(0, position - 1));
    }

    /// Whether the role was not allowed to do it.
    boolean isForbidden() {
        return state.equals("42501");
    }

    @Override
    public String toString() {
        return message + " (SQLSTATE " + state + ", " + place + ")";
    }
}
