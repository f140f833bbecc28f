// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;

/// Something that could not be done with a server, told the way PostgreSQL tells it: a title in one line, facts in the
/// detail, advice in the hint. The message holds all three, as psql prints them.
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String title;
    private final String detail;
    private final String hint;

    /// Detail and hint may be empty.
    ServerException(String title, String detail, String hint) {
        super(title + line("DETAIL", detail) + line("HINT", hint));
        this.title = title;
        this.detail = detail;
        this.hint = hint;
    }

    ServerException(String title, IOException cause) {
        this(title, cause.toString(), "");
        initCause(cause);
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public String hint() {
        return hint;
    }

    private static String line(String label, String text) {
        return text.isEmpty() ? "" : System.lineSeparator() + label + ":  " + text;
    }
}
