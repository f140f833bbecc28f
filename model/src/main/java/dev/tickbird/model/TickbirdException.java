// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import org.jspecify.annotations.Nullable;

/// What Tickbird could not do, in PostgreSQL's voice: the message is one line, the hint says what to do in
/// full sentences. The kind decides the exit code.
public final class TickbirdException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Who can mend it.
    public enum Kind {
        /// The command or a configuration file asks for something that does not exist.
        USAGE,
        /// The target could not be reached or examined.
        TARGET
    }

    private final Kind kind;
    private final @Nullable String hint;

    private TickbirdException(Kind kind, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    public static TickbirdException usage(String message, @Nullable String hint) {
        return new TickbirdException(Kind.USAGE, message, hint, null);
    }

    public static TickbirdException target(String message, @Nullable String hint, @Nullable Throwable cause) {
        return new TickbirdException(Kind.TARGET, message, hint, cause);
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String hint() {
        return hint;
    }

    /// The message, never null.
    public String message() {
        return String.valueOf(getMessage());
    }
}
