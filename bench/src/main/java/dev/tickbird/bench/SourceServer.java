// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// A server that holds a loaded source. Some of the settings that planning depends on are not the defaults, for a twin
/// has to know them.
final class SourceServer implements AutoCloseable {

    private final EmbeddedServer server;

    private SourceServer(EmbeddedServer server) {
        this.server = server;
    }

    static SourceServer load(PlanSource source, int major, double scale) throws Exception {
        SourceServer loaded = new SourceServer(EmbeddedServer.start(ServerOptions.of(major)
                .withTcp()
                .withDataOnDisk()
                .withSetting("autovacuum", "off") // it would analyze between two looks
                .withSetting("wal_level", "minimal")
                .withSetting("max_wal_senders", "0")
                .withSetting("max_wal_size", "8GB")
                .withSetting("random_page_cost", "1.7")
                .withSetting("effective_cache_size", "1GB")
                .withSetting("work_mem", "8MB")));
        try {
            source.load(loaded::connect, scale);
            loaded.rest();
            return loaded;
        } catch (Exception e) {
            loaded.close();
            throw e;
        }
    }

    /// As a server is that has run for five minutes: what an index says of itself has reached its file.
    private void rest() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /// Commits are waited for: vacuum takes no page for all-visible while it does not know that its rows are committed.
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", server.password().orElseThrow());
        properties.setProperty("options", "-c synchronous_commit=on");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", properties);
    }

    @Override
    public void close() {
        server.close();
    }
}
