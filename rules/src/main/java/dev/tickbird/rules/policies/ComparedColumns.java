// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The columns of which a policy's condition asks, of every row, that they equal something that is the same for all
/// rows: `((tenant = current_setting('app.tenant'::text)) AND open)` compares `tenant`.
///
/// What is joined with *or*, or compared with another column of the row, is none of it.
final class ComparedColumns {

    private static final String NAME = "(?:\\w+|\"(?:[^\"]|\"\")+\")";

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|::" + NAME + "|(?:" + NAME + "\\.)*" + NAME + "\\(?|[()]| = | AND | OR ");

    private final String table;
    private final Map<String, String> columns;

    /// @param columns of the table, by their names as SQL writes them
    private ComparedColumns(String table, Map<String, String> columns) {
        this.table = Identifier.quoted(table) + '.';
        this.columns = columns;
    }

    static Set<String> in(String condition, String table, Map<String, String> columns) {
        ComparedColumns compared = new ComparedColumns(table, columns);
        Set<String> found = new LinkedHashSet<>();
        for (String part : split(bare(condition), " AND ")) {
            List<String> sides = split(bare(part), " = ");
            if (sides.size() == 2 && split(bare(part), " OR ").size() == 1) {
                compared.column(sides.getFirst(), sides.getLast()).ifPresent(found::add);
                compared.column(sides.getLast(), sides.getFirst()).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<String> column(String side, String other) {
        return Optional.ofNullable(columns.get(bare(side))).filter(column -> !namesTheRow(other));
    }

    /// Inside a select the server writes the table before the column, outside it does not.
    private boolean namesTheRow(String expression) {
        Matcher token = TOKEN.matcher(expression);
        while (token.find()) {
            if (columns.containsKey(token.group()) || token.group().startsWith(table)) {
                return true;
            }
        }
        return false;
    }

    /// Without the parentheses around all of it.
    private static String bare(String text) {
        String inner = text.strip();
        while (inner.startsWith("(") && closing(inner) == inner.length()) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /// The place behind the parenthesis that closes the first one.
    private static int closing(String text) {
        Matcher token = TOKEN.matcher(text);
        int depth = 0;
        while (token.find()) {
            depth += change(token.group());
            if (depth == 0) {
                return token.end();
            }
        }
        return -1;
    }

    private static int change(String token) {
        return token.startsWith("'") ? 0 : token.endsWith("(") ? 1 : token.equals(")") ? -1 : 0;
    }

    /// The parts between what stands outside all parentheses.
    private static List<String> split(String text, String between) {
        List<String> parts = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int depth = 0;
        int start = 0;
        while (token.find()) {
            depth += change(token.group());
            if (depth == 0 && token.group().equals(between)) {
                parts.add(text.substring(start, token.start()));
                start = token.end();
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
