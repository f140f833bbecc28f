// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A server of our own with one database of many tables, which grows.
final class Corpus implements AutoCloseable {

    static final String SCHEMA = "bench";
    private static final String DATABASE = "postgres";
    private static final double TICKS = 100; // a second, in /proc

    private static final int SESSIONS = Runtime.getRuntime().availableProcessors();

    private final EmbeddedServer server;
    private int tables;

    private Corpus(EmbeddedServer server) {
        this.server = server;
    }

    static Corpus start(int major) {
        return new Corpus(EmbeddedServer.start(ServerOptions.of(major)
                .withTcp()
                .withSetting("autovacuum", "off"))); // it would come and go while we measure
    }

    /// Adds tables up to this number, without statistics on the catalogs: as right after a deployment.
    void grow(int wanted) {
        execute("create schema if not exists " + SCHEMA);
        int each = Math.ceilDiv(wanted - tables, SESSIONS);
        List<Future<?>> parts = new ArrayList<>();
        try (ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS)) {
            int first = tables + 1;
            while (first <= wanted) {
                int last =
                        Math.min(first + each + (first + each) % 2, wanted); // even, for it references the one before
                String range = "set bench.first = " + first + "; set bench.last = " + last;
                parts.add(sessions.submit(() -> execute(range, script())));
                first = last + 1;
            }
        }
        parts.stream().filter(part -> part.state() == Future.State.FAILED).forEach(part -> {
            throw new IllegalStateException("could not build the database", part.exceptionNow());
        });
        tables = wanted;
    }

    /// Does what autovacuum does to the catalogs within a minute.
    void settle() {
        execute("vacuum analyze");
    }

    String uri() {
        return server.uri(DATABASE);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(), "postgres", server.password().orElseThrow());
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + DATABASE;
    }

    /// The processor time that the server and all its sessions so far took; 0 where the system does not say.
    double processorSeconds() {
        try {
            Path file = Path.of("/proc", String.valueOf(pid()), "stat");
            if (!Files.exists(file)) {
                return 0;
            }
            String text = Files.readString(file);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS; // own and children's
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        try (Stream<String> lines = Files.lines(server.dataFolder().resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EmbeddedServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    private void execute(String... commands) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not build the database", e);
        }
    }

    private static String script() {
        try (@Nullable InputStream in = Corpus.class.getResourceAsStream("tables.sql")) {
            if (in == null) {
                throw new IllegalStateException("tables.sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
