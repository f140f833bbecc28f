// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.core.Parser;

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

    /// The statements of a script, with the comments before them.
    public static List<String> statements(String sql) throws SQLException {
        return Parser.parseJdbcSql(sql, true, false, true, false, false).stream()
                .map(query -> query.nativeSql)
                .toList();
    }
}
