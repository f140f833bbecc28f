// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static dev.tickbird.observe.target.SharedServer.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that freezes, dies, or is not ready.
@Timeout(120)
class DeadServerTest {

    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(ServerOptions.of(18).withTcp());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isGivenUpOnWhenItFreezesWhileItWorks(boolean bySocket) throws Exception {
        try (Connection connection = target(bySocket).connect(SHORT)) {
            long pid = Long.parseLong(ask(connection, "select pg_backend_pid()"));
            signal("STOP", pid);
            try {
                long start = System.nanoTime();
                assertThatThrownBy(() -> ask(connection, "select 1"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).startsWith("08"));
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
                assertThat(connection.isClosed()).isTrue();
            } finally {
                signal("CONT", pid);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isGivenUpOnWhenItIsFrozenFromTheStart(boolean bySocket) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(server.dataFolder().resolve("postmaster.pid"))
                .getFirst());
        signal("STOP", pid);
        try {
            assertThat(failure(bySocket)).endsWith(": no answer within 2 s");
        } finally {
            signal("CONT", pid);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNoticedWhenItDies(boolean bySocket) throws Exception {
        try (Connection connection = target(bySocket).connect(SHORT)) {
            server.kill();
            assertThatThrownBy(() -> ask(connection, "select 1")).isInstanceOf(SQLException.class);
            assertThat(failure(bySocket)).endsWith(bySocket ? ": no such file" : ": connection refused");
        } finally {
            server.restart();
        }
    }

    private static String failure(boolean bySocket) {
        return catchThrowableOfType(
                        TickbirdException.class, () -> target(bySocket).connect(SHORT))
                .message();
    }

    private static LiveTarget target(boolean bySocket) {
        String host = bySocket ? server.socketFolder().toString() : "127.0.0.1";
        return (LiveTarget) Target.parse(
                "host=" + host + " port=" + server.port() + " user=postgres sslmode=disable password="
                        + server.password().orElseThrow(),
                Surroundings.empty());
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(pid)))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
