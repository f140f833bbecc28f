// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Parser;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Runs SQL statement by statement, each in a transaction of its own unless the script opens one, as psql does.
public final class Script {

    private Script() {}

    public static void run(Connection connection, String sql) throws SQLException {
        for (String each : statements(sql)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(each);
            }
        }
    }

    /// What PostgreSQL said when it refused a statement, and where in it, as its own programs print it.
    public static String refusal(SQLException e) {
        return refusal(e, 0);
    }

    /// The same for a statement that somebody else wrote, with characters of ours before it.
    public static String refusal(SQLException e, int before) {
        @Nullable ServerErrorMessage message = e instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        if (message == null || message.getMessage() == null) {
            return String.valueOf(e.getMessage());
        }
        int position = message.getPosition() - before;
        return message.getMessage() + (position > 0 ? " at character " + position : "");
    }

    /// The statements of a script, with the comments before them.
    public static List<String> statements(String sql) throws SQLException {
        return Parser.parseJdbcSql(sql, true, false, true, false, false).stream()
                .map(query -> query.nativeSql)
                .toList();
    }
}
