// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.observe.FactSource;
import dev.tickbird.observe.Observatory;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Databases that were, and are known by a snapshot file alone: their servers have been stopped.
final class Originals {

    private static final Path RESOURCES =
            Path.of(System.getProperty("tickbird.root"), "observe", "src", "test", "resources");

    private Originals() {}

    /// What `rich_schema.sql` and `definitions.sql` make.
    static Snapshot rich(int major) throws SQLException, IOException {
        return of(
                major,
                List.of(
                        Files.readString(RESOURCES.resolve("rich_schema.sql")),
                        Files.readString(RESOURCES.resolve("definitions.sql"))));
    }

    /// What `rich_server.sql` makes.
    static Snapshot richServer(int major) throws SQLException, IOException {
        ServerOptions options = ServerOptions.of(major)
                .withSetting("shared_preload_libraries", "pg_stat_statements")
                .withSetting("wal_level", "logical")
                .withSetting("max_prepared_transactions", "5");
        try (EmbeddedServer server = EmbeddedServer.start(options)) {
            try (Connection connection = TwinConnection.asking(server, "postgres")) {
                Script.run(connection, "create database rich");
            }
            try (Connection connection = TwinConnection.asking(server, "rich")) {
                Script.run(connection, Files.readString(RESOURCES.resolve("rich_server.sql")));
            }
            try (Connection connection = TwinConnection.asking(server, "rich")) {
                return TestDatabase.snapshot(connection, facts());
            }
        }
    }

    static Snapshot of(int major, List<String> scripts) throws SQLException, IOException {
        Path file = Files.createTempFile("twin", ".tickbird");
        try (EmbeddedServer server = EmbeddedServer.start(
                ServerOptions.of(major).withSetting("work_mem", "7MB").withSetting("random_page_cost", "1.1"))) {
            try (TestDatabase database = TestDatabase.on(server)) {
                try (Connection connection = database.connect()) {
                    for (String script : scripts) {
                        Script.run(connection, script);
                    }
                }
                SnapshotFile.write(snapshot(database), file);
            }
        }
        try {
            return SnapshotFile.read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Snapshot snapshot(TestDatabase database) throws SQLException {
        return database.snapshot(facts());
    }

    static Snapshot of(Twin twin) throws SQLException {
        try (Connection connection = twin.connect()) {
            return TestDatabase.snapshot(connection, facts());
        }
    }

    private static List<Class<? extends Fact>> facts() {
        return Observatory.sources()
                .<Class<? extends Fact>>map(FactSource::fact)
                .toList();
    }
}
