// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static dev.tickbird.observe.target.SharedServer.ask;
import static dev.tickbird.observe.target.SharedServer.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.observe.Observer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/// PgBouncer between us and the server.
class PoolerTest {

    private static final List<Class<? extends Fact>> FACTS = List.of(Server.class, Table.class, Setting.class);

    @TempDir
    static Path folder;

    private static Process pooler;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        Path program = List.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("PgBouncer is not installed: apt-get install pgbouncer"));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path users = Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
        String server = "host=" + SharedServer.get().socketFolder() + " port="
                + SharedServer.get().port() + " user=postgres dbname=postgres";
        Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                session = %1$s pool_mode=session
                transaction = %1$s pool_mode=transaction
                statement = %1$s pool_mode=statement
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %2$d
                unix_socket_dir =
                auth_type = trust
                auth_file = %3$s
                admin_users = postgres
                default_pool_size = 2
                """.formatted(server, port, users));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), settings.toString()));
        pooler = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        awaitListening();
    }

    @AfterAll
    static void stop() throws Exception {
        if (pooler != null) {
            pooler.destroy();
            pooler.waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void letsUsObserve(String mode) throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Connection first = connect(target(mode));
                    Connection second = connect(target(mode))) {
                for (Connection connection : List.of(first, second)) {
                    Snapshot snapshot = Observer.observe(connection, FACTS, Duration.ofSeconds(10), fact -> {});
                    assertThat(snapshot.gaps()).isEmpty();
                    assertThat(snapshot.all(Setting.class)).hasSizeGreaterThan(100);
                    assertThat(snapshot.the(Server.class).backendPid())
                            .isNotEqualTo(connection.unwrap(PGConnection.class).getBackendPID());
                }
            }
        }
    }

    @Test
    void isToldByTheProcessNumbers() throws Exception {
        try (Connection direct = connect(SharedServer.bySocket())) {
            assertThat(ask(direct, "select pg_backend_pid()"))
                    .isEqualTo(String.valueOf(direct.unwrap(PGConnection.class).getBackendPID()));
        }
    }

    @Test
    void cannotBeUsedInStatementMode() {
        TickbirdException failure = failure(target("statement"));
        assertThat(failure.message()).contains("ransaction blocks not allowed in statement pooling mode");
        assertThat(failure.hint()).startsWith("A pooler in statement mode allows no transactions.");
    }

    @Test
    void hasAConsoleThatCannotBeExamined() {
        assertThat(failure(target("pgbouncer")).message())
                .isEqualTo("cannot examine the administration console of PgBouncer");
    }

    @Test
    void doesNotPassStartupOptions() {
        TickbirdException failure = failure(target("session") + " options='-c work_mem=5MB'");
        assertThat(failure.message()).contains("unsupported startup parameter");
        assertThat(failure.hint()).contains("Leave out \"options\"");
    }

    @Test
    void knowsNoSuchDatabase() {
        assertThat(failure(target("nowhere")).message()).contains("no such database: nowhere");
    }

    private static String target(String database) {
        return "host=127.0.0.1 port=" + port + " user=postgres dbname=" + database;
    }

    private static TickbirdException failure(String target) {
        return catchThrowableOfType(TickbirdException.class, () -> connect(target));
    }

    private static void awaitListening() throws Exception {
        for (int i = 0; i < 100; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("PgBouncer did not start: " + Files.readString(folder.resolve("pgbouncer.log")));
    }
}
