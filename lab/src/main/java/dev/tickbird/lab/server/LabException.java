// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.server;

import java.io.IOException;

/// Something the lab could not do, told the way PostgreSQL tells it: a title in one line, facts in the
/// detail, advice in the hint. The message holds all three, as psql prints them.
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String title;
    private final String detail;
    private final String hint;

    /// Detail and hint may be empty.
    LabException(String title, String detail, String hint) {
        super(title + line("DETAIL", detail) + line("HINT", hint));
        this.title = title;
        this.detail = detail;
        this.hint = hint;
    }

    LabException(String title, IOException cause) {
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
