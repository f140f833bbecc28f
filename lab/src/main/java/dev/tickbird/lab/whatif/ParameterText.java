// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of a query with places for constants: `$1`, `$2`, … What looks like one inside a string, a quoted name or a
/// comment is none.
record ParameterText(String sql) {

    private static final Pattern PLACE =
            Pattern.compile("(?s)[eE]'(?:[^'\\\\]|''|\\\\.)*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\""
                    + "|--[^\\n]*|/\\*.*?\\*/|\\$((?:[a-zA-Z_]\\w*)?)\\$.*?\\$\\1\\$|(?<![\\w$])\\$(\\d{1,5})(?!\\w)");

    /// A type before its constant, which the grammar takes before a string only.
    private static final Pattern TYPED =
            Pattern.compile("(?i)\\b(interval|date|timestamp|timestamptz|time|timetz|numeric)\\s+(\\$\\d+)");

    /// What the grammar takes, where a constant that was written with its type before it has become a place.
    static ParameterText of(String sql) {
        return new ParameterText(TYPED.matcher(sql).replaceAll("cast($2 as $1)"));
    }

    boolean hasPlaces() {
        return PLACE.matcher(sql).results().anyMatch(match -> match.group(2) != null);
    }

    /// With values in some places, and the others numbered from 1 on.
    ///
    /// @param values SQL by the number of the place
    ParameterText with(Map<Integer, String> values) {
        List<Integer> left = new ArrayList<>();
        Matcher matcher = PLACE.matcher(sql);
        return new ParameterText(matcher.replaceAll(match -> Matcher.quoteReplacement(text(match, values, left))));
    }

    private static String text(MatchResult match, Map<Integer, String> values, List<Integer> left) {
        if (match.group(2) == null) {
            return match.group();
        }
        int number = Integer.parseInt(match.group(2));
        @Nullable String value = values.get(number);
        if (value != null) {
            return value;
        }
        if (!left.contains(number)) {
            left.add(number);
        }
        return "$" + (left.indexOf(number) + 1);
    }
}
