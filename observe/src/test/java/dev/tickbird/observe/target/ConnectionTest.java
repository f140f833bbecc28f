// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static dev.tickbird.observe.target.SharedServer.ask;
import static dev.tickbird.observe.target.SharedServer.bySocket;
import static dev.tickbird.observe.target.SharedServer.byTcp;
import static dev.tickbird.observe.target.SharedServer.connect;
import static dev.tickbird.observe.target.SharedServer.password;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tickbird.model.TickbirdException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

    @Test
    void reachesTheServerThroughItsSocket() throws Exception {
        try (Connection connection = connect(bySocket())) {
            assertThat(ask(connection, "select inet_server_addr()")).isNull();
            assertThat(ask(connection, "show application_name")).isEqualTo("tickbird");
        }
    }

    @Test
    void reachesTheServerByTcp() throws Exception {
        try (Connection connection = connect(byTcp(), Surroundings.with("PGPASSWORD", password()))) {
            assertThat(ask(connection, "select host(inet_server_addr())")).isEqualTo("127.0.0.1");
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getNetworkTimeout()).isEqualTo(20_000);
        }
    }

    @Test
    void findsThePasswordInTheFile(@TempDir Path home) throws Exception {
        Path file = Files.writeString(home.resolve(".pgpass"), "127.0.0.1:*:*:postgres:" + password() + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (Connection connection = connect(byTcp(), Surroundings.at(home))) {
            assertThat(ask(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void passesStartupOptionsOnlyWhenAsked() throws Exception {
        try (Connection connection = connect(bySocket() + " options='-c work_mem=5MB'")) {
            assertThat(ask(connection, "show work_mem")).isEqualTo("5MB");
        }
    }

    @Test
    void usesTheAddressRatherThanTheName() throws Exception {
        String text = byTcp().replace("host=127.0.0.1", "host=no-such-host.invalid hostaddr=127.0.0.1");
        try (Connection connection = connect(text + " password=" + password())) {
            assertThat(ask(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void triesOneServerAfterTheOther() throws Exception {
        String text =
                "host=no-such-host.invalid,127.0.0.1," + SharedServer.get().socketFolder() + " port=5432," + freePort()
                        + "," + SharedServer.get().port() + " user=postgres dbname=postgres";
        try (Connection connection = connect(text)) {
            assertThat(ask(connection, "select 1")).isEqualTo("1");
        }
        assertThat(failure(text + " target_session_attrs=standby"))
                .contains("could not translate host name \"no-such-host.invalid\" to an address; ")
                .contains("connection refused; socket ")
                .endsWith(" is a primary");
    }

    @Test
    void choosesTheKindOfServer() throws Exception {
        for (String kind : List.of("any", "read-write", "primary", "prefer-standby")) {
            connect(bySocket() + " target_session_attrs=" + kind).close();
        }
        assertThat(failure(bySocket() + " target_session_attrs=read-only")).endsWith(" is not read-only");
    }

    @Test
    void saysThatTheHostIsUnknown() {
        assertThat(failure("host=no-such-host.invalid"))
                .isEqualTo("could not translate host name \"no-such-host.invalid\" to an address");
    }

    @Test
    void saysThatTheConnectionWasRefused() throws Exception {
        int port = freePort();
        assertThat(failure("host=localhost port=" + port))
                .isEqualTo("could not connect to \"localhost\" port " + port + ": connection refused");
    }

    @Test
    void saysThatTheSocketIsMissing(@TempDir Path folder) {
        assertThat(failure("host=" + folder))
                .isEqualTo("could not connect to socket \"" + folder + "/.s.PGSQL.5432\": no such file");
    }

    @Test
    void saysThatTheSocketIsDead(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve(".s.PGSQL.5432"));
        assertThat(failure("host=" + folder)).endsWith("connection refused");
    }

    @Test
    void saysThatTheSocketsPathIsTooLong() {
        assertThat(failure("host=/tmp/" + "x".repeat(100))).endsWith(" is too long (maximum 107 bytes)");
    }

    @Test
    void saysThatThePasswordIsWrongAndWhereItCameFrom() {
        TickbirdException failure = catchThrowableOfType(
                TickbirdException.class, () -> connect(byTcp(), Surroundings.with("PGPASSWORD", "s3cret")));
        assertThat(failure.message()).endsWith(": password authentication failed for user \"postgres\"");
        assertThat(failure.hint()).isEqualTo("The password came from PGPASSWORD.");
        assertThat(failure.kind()).isEqualTo(TickbirdException.Kind.TARGET);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("s3cret");
    }

    @Test
    void saysThatAPasswordIsNeeded() {
        assertThat(failure(byTcp())).endsWith(": no password supplied for role \"postgres\"");
    }

    @Test
    void saysThatTheDatabaseDoesNotExist() {
        assertThat(failure(bySocket() + " dbname=nowhere")).endsWith(": database \"nowhere\" does not exist");
    }

    @Test
    void saysThatTheRoleDoesNotExist() {
        assertThat(failure(bySocket() + " user=nobody")).endsWith(": role \"nobody\" does not exist");
    }

    @Test
    void saysThatTheRoleMayNotConnect() throws Exception {
        SharedServer.run(
                "create database closed", "revoke connect on database closed from public", "create role eve login");
        TickbirdException failure =
                catchThrowableOfType(TickbirdException.class, () -> connect(bySocket() + " dbname=closed user=eve"));
        assertThat(failure.message()).endsWith(": permission denied for database \"closed\"");
        assertThat(failure.hint()).isEqualTo("Let the role in with: grant connect on database closed to eve.");
    }

    @Test
    void saysThatTooManyAreConnected() throws Exception {
        SharedServer.run("create role limited login connection limit 0");
        assertThat(failure(bySocket() + " user=limited")).endsWith(": too many connections for role \"limited\"");
    }

    @Test
    void closesWhatItDoesNotHandOut() throws Exception {
        for (int i = 0; i < 5; i++) {
            failure(bySocket() + " target_session_attrs=standby");
        }
        try (Connection connection = connect(bySocket())) {
            assertThat(ask(
                            connection,
                            "select pg_sleep(0.2)::text || count(*) from pg_stat_activity"
                                    + " where application_name = 'tickbird' and state = 'idle'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void keepsTheOrderOfTheServiceFileAndTheEnvironment(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve(".pg_service.conf"), "[ours]\n" + String.join("\n", lines(bySocket())) + "\n");
        try (Connection connection =
                connect("service=ours", new Environment(Map.of("PGHOST", "no-such-host.invalid"), home, "ann"))) {
            assertThat(ask(connection, "select current_user")).isEqualTo("postgres");
        }
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split(" ")));
    }

    private static String failure(String text) {
        return catchThrowableOfType(TickbirdException.class, () -> connect(text))
                .message();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
