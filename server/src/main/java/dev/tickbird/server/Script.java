// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
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

    /// What PostgreSQL said when it refused a statement.
    public static String message(SQLException e) {
        return said(e).map(ServerErrorMessage::getMessage).orElseGet(() -> String.valueOf(e.getMessage()));
    }

    /// The same, and where in the statement, as its own programs print it.
    public static String refusal(SQLException e) {
        return refusal(e, 0);
    }

    /// The same for a statement that somebody else wrote, with characters of ours before it.
    public static String refusal(SQLException e, int before) {
        int position = said(e).map(ServerErrorMessage::getPosition).orElse(0) - before;
        return message(e) + (position > 0 ? " at character " + position : "");
    }

    private static Optional<ServerErrorMessage> said(SQLException e) {
        return e instanceof PSQLException psql ? Optional.ofNullable(psql.getServerErrorMessage()) : Optional.empty();
    }

    /// The statements of a script, with the comments before them.
    public static List<String> statements(String sql) throws SQLException {
        return Parser.parseJdbcSql(sql, true, false, true, false, false).stream()
                .map(query -> query.nativeSql)
                .toList();
    }
}
