// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.model.Suggestion;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// `host=db.example dbname='my shop'`, read as libpq reads it: values with spaces in single quotes, a backslash before
/// a quote or another backslash.
///
/// No message repeats a piece of text that stands where a value could go on: it may be the rest of a password.
final class KeywordString {

    private final String text;
    private final Problems problems;
    private final Map<Parameter, String> values = new EnumMap<>(Parameter.class);
    private int at;

    private KeywordString(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    static Map<Parameter, String> parse(String text, Problems problems) {
        KeywordString string = new KeywordString(text, problems);
        String before = "";
        string.skipBlanks();
        while (string.at < text.length()) {
            before = string.pair(before);
            string.skipBlanks();
        }
        return string.values;
    }

    /// Reads one `keyword=value`.
    ///
    /// @param before the keyword read before; empty at the start
    private String pair(String before) {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        String keyword = text.substring(start, at);
        skipBlanks();
        boolean perhapsSecret =
                Parameter.named(before).filter(Parameter::isSecret).isPresent()
                        && Parameter.named(keyword).isEmpty();
        if (at == text.length() || text.charAt(at) != '=' || perhapsSecret) {
            problems.add(
                    before.isEmpty()
                            ? "missing \"=\" after the first word of the connection string"
                            : "missing \"=\" after the value of \"" + before + "\" in the connection string",
                    "Put a value that contains spaces in single quotes: dbname='my shop'.");
            at = perhapsSecret ? text.length() : at;
            return before;
        }
        at++;
        skipBlanks();
        store(keyword, at < text.length() && text.charAt(at) == '\'' ? quoted(keyword) : bare());
        return keyword;
    }

    private void store(String keyword, String value) {
        store(keyword, value, values, problems);
    }

    /// Keeps a value if libpq knows the keyword.
    static void store(String keyword, String value, Map<Parameter, String> values, Problems problems) {
        Optional<Parameter> parameter = Parameter.named(keyword);
        if (parameter.isPresent()) {
            values.put(parameter.get(), value);
        } else {
            problems.add(
                    "invalid connection parameter \"" + keyword + '"', Suggestion.sentence(keyword, Parameter.words()));
        }
    }

    private String bare() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            value.append(character());
        }
        return value.toString();
    }

    private String quoted(String keyword) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            value.append(character());
        }
        if (at == text.length()) {
            problems.add("unterminated quoted value of \"" + keyword + "\" in the connection string");
        }
        at++;
        return value.toString();
    }

    private char character() {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            at++;
        }
        return text.charAt(at++);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
