// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.finding.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A policy's condition as the server writes it, and the calls in it that no row has any part in.
///
/// What stands inside a select is passed over: it may run once already, or need the row.
final class PolicyCondition {

    private static final Pattern TOKEN = Pattern.compile("(?<literal>'(?:[^']|'')*')"
            + "|(?<call>(?<![\\w\".])(?:(?:\\w+|\"(?:[^\"]|\"\")+\")\\.)?(?:\\w+|\"(?:[^\"]|\"\")+\"))\\("
            + "|\"(?:[^\"]|\"\")+\"|\\w+|[()]");

    /// Literals with their casts, numbers and key words: the same for each row.
    private static final Pattern CONSTANTS = Pattern.compile(
            "(?:'(?:[^']|'')*'|\\b(?:true|false|NULL)\\b|-?\\b\\d+(?:\\.\\d+)?\\b|::[\\w\". ]+(?:\\[\\])?"
                    + "|[(), ])*");

    private record Call(int start, int end) {}

    private final String text;
    private final List<Call> calls = new ArrayList<>();

    /// @param steady the functions, as the server writes them, that answer the same all through a statement
    PolicyCondition(String text, Predicate<String> steady) {
        this.text = text;
        Matcher token = TOKEN.matcher(text);
        int position = 0;
        while (token.find(position)) {
            position = token.end();
            if (token.group("call") != null && steady.test(token.group("call"))) {
                int end = closing(token.end());
                if (CONSTANTS.matcher(text.substring(token.end(), end - 1)).matches()) {
                    calls.add(new Call(token.start(), end));
                    position = end;
                }
            } else if (token.group().endsWith("(") && isSelect(token.end())) {
                position = closing(token.end());
            }
        }
    }

    /// The distinct calls that are made again for each row.
    Set<String> callsPerRow() {
        return calls.stream()
                .map(call -> text.substring(call.start, call.end))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The same condition with each such call in a select, which the planner evaluates once.
    String calledOnce() {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Call call : calls) {
            result.append(text, done, call.start)
                    .append("(select ")
                    .append(text, call.start, call.end)
                    .append(')');
            done = call.end;
        }
        return result.append(text, done, text.length()).toString();
    }

    /// In parentheses, as the grammar wants it; the server often writes them itself.
    static Sql enclosed(String condition) {
        boolean already = condition.startsWith("(")
                && new PolicyCondition(condition, _ -> false).closing(1) == condition.length();
        return already ? Sql.format("%s", condition) : Sql.format("(%s)", condition);
    }

    private boolean isSelect(int from) {
        return text.substring(from).stripLeading().startsWith("SELECT ")
                || text.substring(from).stripLeading().startsWith("WITH ");
    }

    /// The place behind the parenthesis that closes the one before `from`.
    private int closing(int from) {
        Matcher token = TOKEN.matcher(text);
        int depth = 1;
        int position = from;
        while (depth > 0 && token.find(position)) {
            position = token.end();
            if (token.group("literal") == null && token.group().endsWith("(")) {
                depth++;
            } else if (token.group().equals(")")) {
                depth--;
            }
        }
        return position;
    }
}
