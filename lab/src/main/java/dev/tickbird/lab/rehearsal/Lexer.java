// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.lab.rehearsal.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts SQL into tokens as PostgreSQL does, with `standard_conforming_strings` on. What is not closed reaches to the
/// end: the server will say so.
final class Lexer {

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String sql) {
        this.sql = sql;
    }

    static List<Token> tokens(String sql) {
        Lexer lexer = new Lexer(sql);
        while (lexer.at < sql.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char here = sql.charAt(at);
        if (Character.isWhitespace(here)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            at = endOfLine();
        } else if (sql.startsWith("/*", at)) {
            at = endOfComment();
        } else if (here == '\'') {
            literal(at, false);
        } else if (here == '"') {
            quotedName(at);
        } else if (here == '$' && dollarTag() > 0) {
            dollarLiteral(dollarTag());
        } else if (startsWord(here)) {
            word();
        } else {
            add(Kind.SIGN, String.valueOf(here), at, at + 1);
        }
    }

    private void add(Kind kind, String text, int start, int end) {
        tokens.add(new Token(kind, text, start, end));
        at = end;
    }

    private int endOfLine() {
        int end = sql.indexOf('\n', at);
        return end < 0 ? sql.length() : end;
    }

    /// Comments may hold comments.
    private int endOfComment() {
        int depth = 1;
        int place = at + 2;
        while (place < sql.length() && depth > 0) {
            if (sql.startsWith("/*", place)) {
                depth++;
                place += 2;
            } else if (sql.startsWith("*/", place)) {
                depth--;
                place += 2;
            } else {
                place++;
            }
        }
        return place;
    }

    private void literal(int start, boolean escapes) {
        StringBuilder text = new StringBuilder();
        int place = sql.indexOf('\'', start) + 1;
        while (place < sql.length()) {
            char here = sql.charAt(place);
            if (here == '\'' && !sql.startsWith("''", place)) {
                break;
            }
            if (here == '\'' || escapes && here == '\\') {
                place++;
            }
            if (place < sql.length()) {
                text.append(sql.charAt(place));
            }
            place++;
        }
        add(Kind.LITERAL, text.toString(), start, Math.min(place + 1, sql.length()));
    }

    private void quotedName(int start) {
        int place = sql.indexOf('"', start) + 1;
        StringBuilder text = new StringBuilder();
        while (place < sql.length() && (sql.charAt(place) != '"' || sql.startsWith("\"\"", place))) {
            place += sql.charAt(place) == '"' ? 1 : 0;
            text.append(sql.charAt(place));
            place++;
        }
        add(Kind.QUOTED_NAME, text.toString(), start, Math.min(place + 1, sql.length()));
    }

    /// How long `$tag$` is here; 0 if there is none, as before a parameter's number.
    private int dollarTag() {
        int place = at + 1;
        while (place < sql.length() && continuesWord(sql.charAt(place)) && sql.charAt(place) != '$') {
            place++;
        }
        boolean number = place > at + 1 && Character.isDigit(sql.charAt(at + 1));
        return place < sql.length() && sql.charAt(place) == '$' && !number ? place + 1 - at : 0;
    }

    private void dollarLiteral(int tag) {
        int inside = at + tag;
        int close = sql.indexOf(sql.substring(at, inside), inside);
        int end = close < 0 ? sql.length() : close;
        add(Kind.LITERAL, sql.substring(inside, end), at, Math.min(end + tag, sql.length()));
    }

    private void word() {
        int end = at;
        while (end < sql.length() && continuesWord(sql.charAt(end))) {
            end++;
        }
        String text = sql.substring(at, end).toLowerCase(Locale.ROOT);
        if (end < sql.length() && sql.charAt(end) == '\'' && text.matches("[ebxn]")) {
            literal(at, text.equals("e"));
        } else if (text.equals("u") && sql.startsWith("&'", end)) {
            literal(at, false);
        } else if (text.equals("u") && sql.startsWith("&\"", end)) {
            quotedName(at);
        } else {
            add(Kind.WORD, text, at, end);
        }
    }

    private static boolean startsWord(char here) {
        return Character.isLetter(here) || here == '_' || here > '\u007f';
    }

    private static boolean continuesWord(char here) {
        return startsWord(here) || Character.isDigit(here) || here == '$';
    }
}
