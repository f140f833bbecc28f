// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import java.util.List;
import java.util.Optional;

/// What `copy` would read or write.
final class Copying {

    private Copying() {}

    /// @param tokens from the word `copy` on, perhaps with more behind the statement
    static Optional<String> objection(List<Token> tokens) {
        int parentheses = 0;
        for (int i = 1; i + 1 < tokens.size() && !tokens.get(i).isSign(';'); i++) {
            Token token = tokens.get(i);
            parentheses += token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
            if (parentheses == 0 && (token.is("from") || token.is("to"))) {
                return through(tokens.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> through(Token target) {
        if (target.is("program")) {
            return Optional.of("copy would run a program");
        }
        if (target.kind() == Token.Kind.LITERAL) {
            return Optional.of("copy would touch a file of the server");
        }
        return target.is("stdin") || target.is("stdout")
                ? Optional.of("copy would move rows through the client, and a rehearsal has none to move")
                : Optional.empty();
    }
}
