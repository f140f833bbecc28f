// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Sessions on a server that listens on loopback, as JDBC knows no socket files.
final class Sessions {
    private Sessions() {}

    static Connection open(EmbeddedServer server) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        return DriverManager.getConnection(url, "postgres", server.password().orElseThrow());
    }

    static String ask(EmbeddedServer server, String query) throws SQLException {
        try (var session = open(server)) {
            return ask(session, query);
        }
    }

    static String ask(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void run(EmbeddedServer server, String... statements) throws SQLException {
        try (var session = open(server);
                var statement = session.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
