// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.rules.functions.BodyToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes a text in SQL or PL/pgSQL apart. Comments are left out; what stands in quotes is one token, whatever is in it.
final class BodyLexer {

    private static final Set<String> LONG_SIGNS = Set.of("||", ":=", "::", "=>", "<<", ">>");

    private final String text;
    private final List<BodyToken> tokens = new ArrayList<>();
    private int at;

    private BodyLexer(String text) {
        this.text = text;
    }

    static List<BodyToken> tokens(String text) {
        BodyLexer lexer = new BodyLexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char first = text.charAt(at);
        if (Character.isWhitespace(first)) {
            at++;
        } else if (text.startsWith("--", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (first == '\'' || first == '"') {
            quoted(first, false);
        } else if (first == '$') {
            dollar();
        } else if (Character.isDigit(first)) {
            add(Kind.SIGN, text.substring(at, endOfWord(at)), endOfWord(at));
        } else if (isPartOfWord(first)) {
            word();
        } else {
            int end = at + 2 <= text.length() && LONG_SIGNS.contains(text.substring(at, at + 2)) ? at + 2 : at + 1;
            add(Kind.SIGN, text.substring(at, end), end);
        }
    }

    /// Comments may hold comments.
    private void comment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
    }

    private void quoted(char quote, boolean escapes) {
        StringBuilder content = new StringBuilder();
        int end = at + 1;
        for (; end < text.length(); end++) {
            char next = text.charAt(end);
            boolean doubled = next == quote && end + 1 < text.length() && text.charAt(end + 1) == quote;
            if (doubled || escapes && next == '\\' && end + 1 < text.length()) {
                end++;
            } else if (next == quote) {
                break;
            }
            content.append(text.charAt(end));
        }
        add(quote == '"' ? Kind.QUOTED : Kind.LITERAL, content.toString(), end + 1);
    }

    private void word() {
        int end = endOfWord(at);
        String word = text.substring(at, end).toLowerCase(Locale.ROOT);
        boolean prefix = end < text.length()
                && text.charAt(end) == '\''
                && Set.of("e", "b", "x", "n").contains(word);
        if (prefix) {
            at = end;
            quoted('\'', word.equals("e"));
        } else {
            add(Kind.WORD, word, end);
        }
    }

    private void dollar() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '$' && isPartOfWord(text.charAt(end))) {
            end++;
        }
        boolean place = end > at + 1 && Character.isDigit(text.charAt(at + 1));
        if (!place && end < text.length() && text.charAt(end) == '$') {
            String tag = text.substring(at, end + 1);
            int closing = text.indexOf(tag, end + 1);
            int last = closing < 0 ? text.length() : closing;
            add(Kind.LITERAL, text.substring(end + 1, last), last + tag.length());
        } else {
            add(place ? Kind.PLACE : Kind.SIGN, text.substring(at, end), end);
        }
    }

    private void add(Kind kind, String content, int end) {
        tokens.add(new BodyToken(kind, content));
        at = end;
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && (isPartOfWord(text.charAt(end)) || text.charAt(end) == '$')) {
            end++;
        }
        return end;
    }

    private static boolean isPartOfWord(char it) {
        return Character.isLetterOrDigit(it) || it == '_' || it > 127 && !Character.isWhitespace(it);
    }
}
