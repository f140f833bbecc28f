// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.queries;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A statement's text on one line.
record StatementWords(String text) {

    private static final int SHORT = 120;
    private static final Set<String> WORK =
            Set.of("select", "insert", "update", "delete", "merge", "with", "values", "table", "call");

    private static final Pattern READS = Pattern.compile("^(select|table)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BOUNDS = Pattern.compile(
            "[$]|\\b(where|limit|fetch|offset|having|group|distinct|intersect|except|join|into|tablesample)\\b"
                    + "|\\bfrom\\s+[\\w.\"]+\\s*\\(", // a function
            Pattern.CASE_INSENSITIVE);

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

    /// Whether it only reads, and nothing in it keeps any row out: no condition, no group, no limit, and no
    /// constant or parameter, of which all are `$1` and the like.
    boolean isUnboundedQuery() {
        return READS.matcher(text).find() && !BOUNDS.matcher(text).find();
    }

    /// The same for statements that differ only in how long a list is, or in a number within a name.
    String shape() {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("\\$\\d+(::\\w+)?", "\\$")
                .replaceAll("\\d+", "0")
                .replaceAll(" ?, ?", ",")
                .replaceAll("\\$(?:,\\$)+", "\\$")
                .replaceAll("\\(\\$\\)(?:,\\(\\$\\))+", "(\\$)");
    }

    String shortened() {
        return text.length() <= SHORT ? text : text.substring(0, text.offsetByCodePoints(0, SHORT - 1)) + '…';
    }

    /// The same in every run; the server's number for it changes with each dump and restore.
    String identity() {
        return text.length() <= SHORT ? text : shortened() + Integer.toHexString(text.hashCode());
    }
}
