// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Sql;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A statement as it may be shown anywhere and still be pasted: a quoted name or value with characters that nobody
/// sees, or that break the line, is written with PostgreSQL's Unicode escapes.
///
/// ```
/// drop index "odd⏎name"      becomes      drop index U&"odd\000Aname";
/// ```
public final class PastableSql {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<escaped>[eE]'[^'\\\\]*+(?:(?:''|\\\\.)[^'\\\\]*+)*+')\
            |(?<quoted>"[^"]*+(?:""[^"]*+)*+"|'[^']*+(?:''[^']*+)*+')\
            |\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$\
            |--[^\\n]*+\
            |/\\*.*?\\*/""", Pattern.DOTALL);

    private PastableSql() {}

    /// The statement with its semicolon.
    public static String of(Sql sql) {
        String text = TOKEN.matcher(sql.text()).replaceAll(token -> Matcher.quoteReplacement(written(token)));
        return Printable.code(text) + ';';
    }

    private static String written(MatchResult token) {
        String text = token.group();
        if (text.codePoints().noneMatch(Printable::isHidden)) {
            return text;
        }
        if (token.group("quoted") != null) {
            return "U&" + unicodeEscaped(text);
        }
        return token.group("escaped") != null ? backslashEscaped(text) : text;
    }

    private static String unicodeEscaped(String quoted) {
        StringBuilder escaped = new StringBuilder();
        quoted.codePoints().forEach(point -> {
            if (Printable.isHidden(point)) {
                escaped.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\+%06X" : "\\%04X", point));
            } else {
                escaped.append(point == '\\' ? "\\\\" : Character.toString(point));
            }
        });
        return escaped.toString();
    }

    private static String backslashEscaped(String literal) {
        StringBuilder escaped = new StringBuilder();
        boolean afterBackslash = false;
        for (int point : literal.codePoints().toArray()) {
            if (Printable.isHidden(point)) {
                // a backslash before the character itself means nothing more than the character
                escaped.setLength(escaped.length() - (afterBackslash ? 1 : 0));
                escaped.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
            } else {
                escaped.appendCodePoint(point);
            }
            afterBackslash = point == '\\' && !afterBackslash;
        }
        return escaped.toString();
    }
}
