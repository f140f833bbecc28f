// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/// Runs SQL statement by statement, each in a transaction of its own unless the script opens one, as psql does.
public final class Script {

    private Script() {}

    public static void run(Connection connection, String sql) throws SQLException {
        for (NativeQuery query : Parser.parseJdbcSql(sql, true, false, true, false, false)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(query.nativeSql);
            }
        }
    }
}
