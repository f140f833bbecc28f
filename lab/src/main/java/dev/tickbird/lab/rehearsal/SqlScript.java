// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import java.util.ArrayList;
import java.util.List;

/// A script cut into statements where psql would cut it: at semicolons that stand in no parentheses, no literal and no
/// body of a function (`begin atomic … end`).
record SqlScript(String text, List<SqlStatement> statements) {

    SqlScript {
        statements = List.copyOf(statements);
    }

    static SqlScript of(String text) {
        List<SqlStatement> statements = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        int parentheses = 0;
        int blocks = 0;
        for (Token token : Lexer.tokens(text)) {
            if (token.isSign(';') && parentheses <= 0 && blocks == 0) {
                close(tokens, text, statements);
                parentheses = 0;
                continue;
            }
            parentheses += token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
            blocks = depth(token, tokens, blocks);
            tokens.add(token);
        }
        close(tokens, text, statements);
        return new SqlScript(text, statements);
    }

    Place place(int offset) {
        return Place.of(offset, text);
    }

    private static int depth(Token token, List<Token> before, int blocks) {
        if (blocks == 0) {
            boolean atomic =
                    token.is("atomic") && !before.isEmpty() && before.getLast().is("begin");
            return atomic && before.getFirst().is("create") ? 1 : 0;
        }
        if (token.is("case") || token.is("begin")) {
            return blocks + 1;
        }
        return token.is("end") ? blocks - 1 : blocks;
    }

    private static void close(List<Token> tokens, String text, List<SqlStatement> statements) {
        if (!tokens.isEmpty()) {
            int start = tokens.getFirst().start();
            String own = text.substring(start, tokens.getLast().end());
            statements.add(new SqlStatement(own, tokens, start, Place.of(start, text)));
            tokens.clear();
        }
    }
}
