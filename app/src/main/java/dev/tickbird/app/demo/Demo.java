// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.demo;

import dev.tickbird.app.config.Configuration;
import dev.tickbird.app.config.ConfigurationFile;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.PlantedSickness;
import dev.tickbird.model.finding.Score;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A company that puts on live productions, and its database: a server of our own with about a million rows, sick in
/// many ways, and at work.
public final class Demo implements AutoCloseable {

    /// In less time no session grows old enough to be noticed.
    public static final Duration SHORTEST = Duration.ofSeconds(6);

    private static final Duration LAST_MOMENTS = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NAME = "stagehand";
    private static final String KEPT_AS = "demo";
    private static final String CONFIGURATION = "tickbird.toml";

    private static final String UNIQUE_VIOLATION = "23505";

    private static final List<DemoFile> CLIENTS =
            List.of(DemoFile.PATCH_SHEETS, DemoFile.BOOKING_DESK, DemoFile.STAGE_DOOR, DemoFile.TRUCKS);
    private static final int IDLE = 4;
    private static final int WAITING = 2;

    /// What the user's variables say of other servers does not matter here.
    private static final Environment NOTHING_AROUND = new Environment(Map.of(), Path.of("/"), "postgres");

    private final EmbeddedServer server;
    private final Consumer<String> progress;
    private final Clients clients = new Clients();

    private Demo(EmbeddedServer server, Consumer<String> progress) {
        this.server = server;
        this.progress = progress;
    }

    /// Starts the server, builds up the company and makes it sick.
    ///
    /// @param progress is told of each step
    public static Demo start(Consumer<String> progress) {
        Binaries newest = Binaries.newest();
        progress.accept("starting PostgreSQL " + newest.major() + " in a temporary folder");
        ServerOptions options = ServerOptions.of(newest)
                .withDurability()
                .withDataOnDisk()
                .withTcp()
                .withSetting("shared_preload_libraries", "pg_stat_statements")
                .withSetting("wal_level", "logical")
                .withSetting("archive_mode", "on");
        Demo demo = new Demo(EmbeddedServer.start(options), progress);
        try {
            demo.build();
            return demo;
        } catch (SQLException e) {
            demo.close();
            throw failure(e);
        } catch (TickbirdException e) { // could not connect
            demo.close();
            throw e;
        }
    }

    private void build() throws SQLException {
        run(DemoFile.DATABASE, "postgres");
        run(DemoFile.SCHEMA, NAME);
        progress.accept("filling database \"" + NAME + "\" with a million rows");
        run(DemoFile.DATA, NAME);
        progress.accept("planting " + planted().size() + " sicknesses");
        run(DemoFile.SICKNESSES, NAME);
        runInVain(DemoFile.FAILED_BUILD);
        run(DemoFile.OPENING_NIGHT, NAME);
    }

    /// Lets the company work for a while. It goes on until the demo is closed.
    public void work(Duration time) {
        progress.accept("letting the company work for " + time.toSeconds() + " seconds");
        try {
            clients.stay(DemoFile.FORGOTTEN_SESSION.sql(), connect(DemoFile.FORGOTTEN_SESSION));
            clients.stay(DemoFile.FORGOTTEN_REPORT.sql(), connect(DemoFile.FORGOTTEN_REPORT));
            for (int i = 0; i < IDLE; i++) {
                clients.stay(DemoFile.IDLE_SESSION.sql(), connect(DemoFile.IDLE_SESSION));
            }
            for (DemoFile client : CLIENTS) {
                clients.repeat(ClientScript.of(client.sql()), connect(client));
            }
            clients.workFor(time.minus(LAST_MOMENTS));
            for (int i = 0; i < WAITING; i++) {
                clients.waitFor(DemoFile.WAITING_SESSION.sql(), connect(DemoFile.WAITING_SESSION));
            }
            clients.workFor(LAST_MOMENTS);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// How the superuser connects to it, as libpq takes it. With a password in it.
    public String uri() {
        return server.uri(NAME);
    }

    /// What is to be examined.
    public Target target() {
        return Target.parse(uri(), NOTHING_AROUND);
    }

    /// Thresholds for a database that is a minute old.
    public static Configuration configuration() {
        return ConfigurationFile.parse(CONFIGURATION, DemoFile.text(CONFIGURATION));
    }

    /// Everything made wrong on purpose.
    public static List<PlantedSickness> planted() {
        return Arrays.stream(DemoFile.values()).flatMap(DemoFile::planted).toList();
    }

    /// How many of them an examination has found.
    public static Score score(Examination examination) {
        return Score.of(planted(), examination.findings());
    }

    /// Leaves the server behind when this program ends, though not the sessions, which end with it.
    ///
    /// @return the file with the demo's thresholds
    public Path keep() {
        return keep(KEPT_AS);
    }

    Path keep(String name) {
        Path file = folder().resolve(CONFIGURATION);
        try {
            Files.writeString(file, DemoFile.text(CONFIGURATION));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write file \"" + file + '"', e);
        }
        server.keep(name);
        return file;
    }

    /// Removes the servers that were kept, and says how many there were.
    public static int removeKept() {
        return removeKept(KEPT_AS);
    }

    static int removeKept(String name) {
        return EmbeddedServer.removeKept(name, Binaries.newest());
    }

    /// Ends the sessions, and removes the server unless it is kept.
    @Override
    public void close() {
        clients.close();
        server.close();
    }

    Path folder() {
        return server.socketFolder();
    }

    private void run(DemoFile file, String database) throws SQLException {
        try (Connection connection = connect(file, database)) {
            Script.run(connection, file.sql());
        }
    }

    /// Its last statement fails, as it did then.
    private void runInVain(DemoFile file) throws SQLException {
        try {
            run(file, NAME);
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private Connection connect(DemoFile file) throws SQLException {
        return connect(file, NAME);
    }

    private Connection connect(DemoFile file, String database) throws SQLException {
        String words = "host='" + server.socketFolder() + "' port=" + server.port() + " dbname=" + database + " user="
                + file.role();
        LiveTarget target = (LiveTarget) Target.parse(words, NOTHING_AROUND);
        Connection connection = target.connect(Timeouts.forStatements(PATIENCE));
        connection.setClientInfo("ApplicationName", file.application());
        return connection;
    }

    private static TickbirdException failure(SQLException e) {
        return TickbirdException.target("could not set the demo up: " + e.getMessage(), null, e);
    }
}
