// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ctrl-C, whatever the program is doing: it ends at once and leaves nothing behind.
@Timeout(120)
class InterruptionTest {

    private static final String OURS = "select count(*) from pg_stat_activity where application_name = 'tickbird'";
    private static final String WAITING = OURS + " and wait_event_type = 'Lock'";

    @TempDir
    private Path folder;

    @Test
    void whileAServerDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String target = "postgres://postgres@127.0.0.1:" + silent.getLocalPort() + "/shop?sslmode=disable";
            Program program = Program.start(folder, "check", target);
            try (Socket _ = silent.accept()) {
                program.interrupt().isGone();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "snapshot"})
    void whileAQueryRuns(String command) throws Exception {
        Path file = folder.resolve("file.json");
        try (EmbeddedServer server = EmbeddedServer.start(ServerOptions.of(18).withTcp());
                Connection connection = connect(server)) {
            connection.setAutoCommit(false);
            Script.run(connection, "lock table pg_catalog.pg_policy, pg_catalog.pg_sequence in access exclusive mode");
            Program program = Program.start(folder, command, server.uri("postgres"), "-o", file.toString());
            awaitCount(server, WAITING, 1);
            program.interrupt().isGone();
            assertThat(count(server, WAITING)).isZero();
            awaitCount(server, OURS, 0);
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("tmp", "out", "err");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting PostgreSQL", "filling database", "planting", "letting the company work"})
    void whileTheDemoIsAt(String step) throws Exception {
        Program program = Program.start(folder, "demo");
        program.awaitSaying(step);
        program.interrupt().isGone();
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(line -> line.contains(folder.toString()));
    }

    private static void awaitCount(EmbeddedServer server, String query, long count) throws Exception {
        while (count(server, query) != count) {
            Thread.sleep(20);
        }
    }

    private static long count(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        return DriverManager.getConnection(url, "postgres", server.password().orElseThrow());
    }
}
