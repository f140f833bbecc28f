// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import java.util.List;
import java.util.Set;

/// One statement of a script, where it stands there, without the semicolon.
///
/// @param tokens with places in the script
/// @param place of its first character
record SqlStatement(String text, List<Token> tokens, int start, Place place) {

    /// What begins, ends or divides a transaction, or says how it works: it locks nothing and changes no object.
    private static final Set<String> ABOUT_TRANSACTIONS = Set.of(
            "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release", "set", "reset", "show");

    SqlStatement {
        tokens = List.copyOf(tokens);
    }

    /// The first word that is its own; empty if it begins with a sign.
    String verb() {
        return tokens.getFirst().kind() == Token.Kind.WORD ? tokens.getFirst().text() : "";
    }

    boolean beginsWith(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (i >= tokens.size() || !tokens.get(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /// `commit prepared` and its like are no part of a transaction, and `set constraints` checks rows.
    boolean isAboutTransactions() {
        boolean works = tokens.size() > 1
                && (tokens.get(1).is("prepared") || tokens.get(1).is("constraints"));
        return ABOUT_TRANSACTIONS.contains(verb()) && !works;
    }

    boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }
}
