// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/// Servers that have something of everything, one a major version: database `rich` is the work of `rich_server.sql`,
/// `shapes` that of `rich_schema.sql`.
final class RichServers {

    private static final Map<Integer, CompletableFuture<EmbeddedServer>> STARTED = new ConcurrentHashMap<>();

    private RichServers() {}

    static EmbeddedServer of(int major) {
        return STARTED.computeIfAbsent(major, it -> CompletableFuture.supplyAsync(() -> start(it)))
                .join(); // remembers a failure, too
    }

    static Connection connect(EmbeddedServer server, String database, String user) throws SQLException {
        String password = user.equals("postgres") ? server.password().orElseThrow() : user;
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, user, password);
    }

    static void run(Connection connection, String script) throws SQLException {
        for (NativeQuery query : Parser.parseJdbcSql(script, true, false, true, false, false)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(query.nativeSql);
            }
        }
    }

    private static EmbeddedServer start(int major) {
        ServerOptions options = ServerOptions.of(major)
                .withTcp()
                .withSetting("shared_preload_libraries", "pg_stat_statements")
                .withSetting("wal_level", "logical")
                .withSetting("max_prepared_transactions", "5")
                .withSetting("track_functions", "all")
                .withSetting("autovacuum", "off")
                .withSetting("max_connections", "40")
                .withSetting("shared_buffers", "16MB");
        EmbeddedServer server = EmbeddedServer.start(options);
        try {
            try (Connection connection = connect(server, "postgres", "postgres")) {
                run(connection, "create database rich");
                run(connection, "create database shapes");
            }
            try (Connection connection = connect(server, "rich", "postgres")) {
                run(connection, script("rich_server.sql"));
            }
            try (Connection connection = connect(server, "shapes", "postgres")) {
                run(connection, script("rich_schema.sql"));
            }
            Files.writeString(
                    server.dataFolder().resolve("pg_hba.conf"),
                    "host none all 10.0.0.1/32 radius radiusservers=127.0.0.1 radiussecrets=verysecret\n",
                    StandardOpenOption.APPEND);
            Files.writeString(
                    server.dataFolder().resolve("pg_ident.conf"),
                    "somebody root postgres\n",
                    StandardOpenOption.APPEND);
            return server;
        } catch (SQLException | IOException e) {
            server.close();
            throw new IllegalStateException("could not make a rich server of version " + major, e);
        }
    }

    static String script(String name) {
        try (InputStream in = Objects.requireNonNull(RichServers.class.getResourceAsStream("/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
