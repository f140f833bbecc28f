// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.queries;

import java.util.Locale;
import java.util.Set;

/// A statement's text on one line.
record StatementWords(String text) {

    private static final int SHORT = 120;
    private static final Set<String> WORK =
            Set.of("select", "insert", "update", "delete", "merge", "with", "values", "table", "call");

    StatementWords {
        text = text.replaceAll("(?s)/\\*.*?\\*/|--[^\\n]*\\n", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// Whether it is what applications do, not maintenance, a backup or a change of the schema.
    boolean isWork() {
        String first = text.replaceFirst("^[( ]+", "").split("\\W", 2)[0];
        return WORK.contains(first.toLowerCase(Locale.ROOT));
    }

    String shortened() {
        return text.length() <= SHORT ? text : text.substring(0, text.offsetByCodePoints(0, SHORT - 1)) + '…';
    }

    /// The same in every run; the server's number for it changes with each dump and restore.
    String identity() {
        return text.length() <= SHORT ? text : shortened() + Integer.toHexString(text.hashCode());
    }
}
