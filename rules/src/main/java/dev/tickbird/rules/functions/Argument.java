// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.schema.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An argument that callers give.
///
/// @param name empty if it has none
/// @param type as the server writes it
record Argument(String name, String type, boolean variadic, boolean hasDefault) {

    private static final Pattern MODE = Pattern.compile("(IN|INOUT|OUT|VARIADIC) (.*)", Pattern.DOTALL);

    private static final Pattern NAME =
            Pattern.compile("(?:\"((?:[^\"]|\"\")+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)) (.+)", Pattern.DOTALL);

    /// What looks like a name and a type, and is a type.
    private static final Pattern TYPE = Pattern.compile(
            "(double precision|character varying|bit varying|(time|timestamp)(\\(\\d\\))? with(out)? time zone)(\\[\\])*");

    /// In their order, without those that are only answered.
    static List<Argument> of(Function function) {
        return split(function.argumentsWithDefaults()).stream()
                .filter(text -> !text.startsWith("OUT "))
                .map(Argument::parsed)
                .toList();
    }

    private static Argument parsed(String text) {
        Matcher mode = MODE.matcher(text);
        boolean moded = mode.matches();
        String rest = moded ? mode.group(2) : text;
        int at = rest.indexOf(" DEFAULT ");
        String declared = at < 0 ? rest : rest.substring(0, at);
        Matcher name = NAME.matcher(declared);
        boolean variadic = moded && mode.group(1).equals("VARIADIC");
        if (TYPE.matcher(declared).matches() || !name.matches()) {
            return new Argument("", declared, variadic, at >= 0);
        }
        String given = name.group(1) == null ? name.group(2) : name.group(1).replace("\"\"", "\"");
        return new Argument(given, name.group(3), variadic, at >= 0);
    }

    /// At the commas that stand neither in quotes nor in parentheses.
    private static List<String> split(String arguments) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char next = arguments.charAt(i);
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '\'' || next == '"') {
                quote = next;
            } else if (next == ',' && depth == 0) {
                parts.add(arguments.substring(start, i).strip());
                start = i + 1;
            } else {
                depth += "([".indexOf(next) >= 0 ? 1 : ")]".indexOf(next) >= 0 ? -1 : 0;
            }
        }
        String last = arguments.substring(start).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }
}
