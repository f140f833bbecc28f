// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.schema.Function;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The words of a body in SQL or PL/pgSQL, one after the other.
final class BodyText {

    private static final Set<String> READ = Set.of("sql", "plpgsql");
    private static final Set<String> BEFORE_A_STATEMENT = Set.of(";", "begin", "atomic", "then", "else", "loop", ">>");
    private static final BodyToken NOTHING = new BodyToken(BodyToken.Kind.SIGN, "");

    private final List<BodyToken> tokens;

    BodyText(String text) {
        tokens = BodyLexer.tokens(text);
    }

    /// Whether its words say what it does.
    static boolean isReadable(Function function) {
        return READ.contains(function.language())
                && (function.kind() == Function.Kind.FUNCTION || function.kind() == Function.Kind.PROCEDURE);
    }

    static BodyText of(Function function) {
        return new BodyText(function.source().isEmpty() ? standardBody(function) : function.source());
    }

    /// Only the definition shows a body in the words of the SQL standard.
    private static String standardBody(Function function) {
        String definition = Objects.requireNonNullElse(function.definition(), "");
        int from = Math.max(definition.indexOf("\nBEGIN ATOMIC"), definition.indexOf("\nRETURN "));
        return from < 0 ? "" : definition.substring(from);
    }

    int size() {
        return tokens.size();
    }

    BodyToken at(int index) {
        return index < 0 || index >= tokens.size() ? NOTHING : tokens.get(index);
    }

    /// Whether these words follow each other from here.
    boolean reads(int from, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!at(from + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean startsStatement(int index) {
        return index == 0
                || BEFORE_A_STATEMENT.stream().anyMatch(it -> at(index - 1).is(it));
    }

    /// The first word of the statement that holds this one.
    BodyToken verb(int index) {
        int start = index;
        while (!startsStatement(start)) {
            start--;
        }
        return at(start);
    }

    /// The place behind a name and its qualifiers; the same if there is none.
    int behindName(int from) {
        if (!at(from).isName()) {
            return from;
        }
        int end = from + 1;
        while (at(end).is(".") && at(end + 1).isName()) {
            end += 2;
        }
        return end;
    }

    /// Whether a built-in function of one of these names is called here.
    boolean calls(int index, Set<String> names) {
        boolean qualified = at(index - 1).is(".");
        return at(index).isName()
                && names.contains(at(index).text())
                && at(index + 1).is("(")
                && (!qualified || at(index - 2).is("pg_catalog"));
    }

    /// The place of the next of these signs or words that stands in no parentheses of its own, or the end.
    int next(int from, String... ends) {
        int depth = 0;
        for (int i = from; i < size(); i++) {
            BodyToken token = at(i);
            if (depth == 0 && Arrays.stream(ends).anyMatch(token::is)) {
                return i;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return size();
    }
}
