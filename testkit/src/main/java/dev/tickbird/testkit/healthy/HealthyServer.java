// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit.healthy;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.server.Server;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A server set up as in production, with the healthy databases on it.
public final class HealthyServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedServer server;

    private HealthyServer(EmbeddedServer server) {
        this.server = server;
    }

    /// Starts it, without a database yet.
    public static HealthyServer start(int major) throws SQLException {
        ServerOptions options =
                ServerOptions.of(major).withDurability().withTcp().withInitdb("--data-checksums");
        for (String line : HealthyDatabase.text("server.conf").lines().toList()) {
            if (!line.startsWith("#")) {
                String[] setting = line.split(" = ", 2);
                options = options.withSetting(setting[0], setting[1]);
            }
        }
        HealthyServer healthy = new HealthyServer(EmbeddedServer.start(options));
        healthy.run("postgres", HealthyDatabase.text("server.sql"));
        return healthy;
    }

    /// Makes the database, fills it, and lets its clients work.
    public void create(HealthyDatabase database) throws SQLException {
        run("postgres", Sql.format("create database %I", database.database()).text());
        run(database.database(), database.script());
        run(database.database(), database.life());
    }

    /// Makes the database sick. It does not recover.
    public void sicken(HealthyDatabase database) throws SQLException {
        run(database.database(), database.sickness());
    }

    /// What an examination sees now.
    public Snapshot snapshot(HealthyDatabase database, Collection<Class<? extends Fact>> facts) throws SQLException {
        try (Connection connection = connect(database.database())) {
            return TestDatabase.snapshot(connection, facts);
        }
    }

    /// The same, as if its counters had counted for so long: rules that wait for evidence speak now.
    public static Snapshot aged(Snapshot snapshot, Duration age) {
        Server young = snapshot.the(Server.class);
        Server old = new Server(
                young.versionNumber(),
                young.version(),
                young.database(),
                young.role(),
                young.superuser(),
                young.monitor(),
                young.inRecovery(),
                young.now(),
                young.now().minus(age),
                young.now().minus(age),
                young.address(),
                young.port(),
                young.backendPid(),
                young.blockSize(),
                young.systemIdentifier());
        return snapshot.with(Map.of(Server.class, List.of(old)));
    }

    private void run(String database, String script) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            Script.run(connection, script);
        }
    }

    private Connection connect(String database) {
        LiveTarget target = (LiveTarget) Target.parse(server.uri(database), Environment.ofProcess());
        return target.connect(Timeouts.forStatements(PATIENCE));
    }

    @Override
    public void close() {
        server.close();
    }
}
