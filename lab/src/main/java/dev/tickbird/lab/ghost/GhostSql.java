// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/// The SQL that lies beside these classes, one file a purpose, and how it is asked.
final class GhostSql {

    private GhostSql() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(GhostSql.class.getResourceAsStream(name + ".sql"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(Connection connection, String name) throws SQLException {
        Script.run(connection, text(name));
    }

    /// The first column of the one row that answers.
    static String one(Connection connection, Sql question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            row.next();
            return row.getString(1);
        }
    }
}
