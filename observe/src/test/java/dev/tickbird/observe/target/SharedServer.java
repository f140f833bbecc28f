// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// The server that most tests here connect to: by socket without a password, by TCP with one.
final class SharedServer {

    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

    private static final EmbeddedServer SERVER =
            EmbeddedServer.start(ServerOptions.of(18).withTcp());

    private SharedServer() {}

    static EmbeddedServer get() {
        return SERVER;
    }

    static String bySocket() {
        return "host=" + SERVER.socketFolder() + " port=" + SERVER.port() + " user=postgres dbname=postgres";
    }

    static String byTcp() {
        return "host=127.0.0.1 port=" + SERVER.port() + " user=postgres dbname=postgres";
    }

    static String password() {
        return SERVER.password().orElseThrow();
    }

    static Connection connect(String text) {
        return connect(text, Surroundings.empty());
    }

    static Connection connect(String text, Environment environment) {
        return ((LiveTarget) Target.parse(text, environment)).connect(TIMEOUTS);
    }

    static void run(String... statements) throws SQLException {
        try (Connection connection = connect(bySocket());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
