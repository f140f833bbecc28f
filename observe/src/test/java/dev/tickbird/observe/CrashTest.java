// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.server.Server;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/// A crash takes the counters with it, whether or not the postmaster survives.
@Timeout(60)
class CrashTest {

    static List<Integer> majors() {
        return FactsTest.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void countersBeginAnewAfterACrash(int major) throws Exception {
        try (EmbeddedServer server =
                EmbeddedServer.start(ServerOptions.of(major).withTcp())) {
            Instant first = server(server).now();
            server.kill();
            server.restart();
            Instant restarted = server(server).statisticsSince();
            assertThat(restarted).isAfter(first);
            killABackend(server);
            assertThat(server(server).statisticsSince()).isAfter(restarted);
        }
    }

    /// The postmaster ends all other processes and begins anew with the counters at zero.
    private static void killABackend(EmbeddedServer server) throws SQLException, InterruptedException {
        try (Connection connection = RichServers.connect(server, "postgres", "postgres")) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        }
        Thread.sleep(Duration.ofSeconds(3));
    }

    private static Server server(EmbeddedServer server) throws SQLException {
        try (Connection connection = RichServers.connect(server, "postgres", "postgres")) {
            return Observer.observe(connection, List.of(Server.class), Duration.ofSeconds(30), fact -> {})
                    .the(Server.class);
        }
    }
}
