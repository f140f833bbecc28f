// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.server.Script;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/// One statement and nothing behind it: the driver would send a second one by itself.
final class Single {

    private static final String SYNTAX_ERROR = "42601";

    private static final Pattern COMMENT = Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/");

    private Single() {}

    /// The statement without the semicolon that ends it.
    static String statement(String sql) throws SQLException {
        List<String> statements = Script.statements(sql).stream()
                .filter(statement -> !COMMENT.matcher(statement).replaceAll("").isBlank())
                .toList();
        return switch (statements.size()) {
            case 0 -> throw new SQLException("there is no statement in it", SYNTAX_ERROR);
            case 1 -> statements.getFirst();
            default -> throw new SQLException("it holds " + statements.size() + " statements", SYNTAX_ERROR);
        };
    }
}
