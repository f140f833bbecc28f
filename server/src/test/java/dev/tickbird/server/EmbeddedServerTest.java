// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import static dev.tickbird.server.Sessions.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EmbeddedServerTest {
    private static final ServerOptions TCP = ServerOptions.of(17).withTcp();

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void startsEveryMajorAndLeavesNothing(int major) throws SQLException {
        Path folder;
        try (var server = EmbeddedServer.start(ServerOptions.of(major).withTcp())) {
            folder = server.socketFolder();
            assertThat(ask(server, "show server_version")).startsWith(major + ".");
            assertThat(ask(
                            server,
                            "select concat_ws(' ', getdatabaseencoding(), datcollate, datctype)"
                                    + " from pg_database where datname = current_database()"))
                    .isEqualTo("UTF8 C C");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void isReachableOnlyThroughItsPrivateFolder() throws IOException {
        try (var server = EmbeddedServer.start(ServerOptions.of(17))) {
            Path folder = server.socketFolder();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(server.password()).isEmpty();
            assertThat(server.uri("my shop"))
                    .isEqualTo("postgresql://postgres@/my%20shop?host="
                            + folder.toString().replace("/", "%2F") + "&port=5432");
            try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                assertThat(channel.connect(UnixDomainSocketAddress.of(folder.resolve(".s.PGSQL.5432"))))
                        .isTrue();
            }
        }
    }

    @Test
    void asksForThePasswordOnLoopback() throws SQLException {
        try (var server = EmbeddedServer.start(TCP)) {
            String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(server.uri("shop"))
                    .isEqualTo("postgresql://postgres:" + server.password().orElseThrow() + "@127.0.0.1:"
                            + server.port() + "/shop");
        }
    }

    @Test
    void isDurableAndOnDiskOnlyWhenAskedTo() throws SQLException {
        try (var fast = EmbeddedServer.start(TCP);
                var safe = EmbeddedServer.start(TCP.withDurability().withDataOnDisk())) {
            assertThat(ask(fast, "show fsync")).isEqualTo("off");
            assertThat(ask(safe, "show fsync")).isEqualTo("on");
            assertThat(safe.dataFolder()).startsWith(Path.of(System.getProperty("java.io.tmpdir")));
        }
    }

    @Test
    void takesSettingsAndInitdbOptions() throws SQLException {
        var options = TCP.withSetting("application_name", "it's a \\ test").withInitdb("--data-checksums");
        try (var server = EmbeddedServer.start(options)) {
            assertThat(ask(server, "select reset_val from pg_settings where name = 'application_name'"))
                    .isEqualTo("it's a \\ test");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void keepsItsDataThroughRestartAndCrash() throws SQLException {
        try (var server = EmbeddedServer.start(TCP)) {
            Sessions.run(server, "create table kept ()", "alter system set max_connections = 42");
            server.restart();
            assertThat(ask(server, "show max_connections")).isEqualTo("42");
            server.kill();
            server.restart();
            assertThat(ask(server, "select to_regclass('kept')")).isEqualTo("kept");
        }
    }

    @Test
    void readsItsConfigurationAgainWhenTold() throws SQLException {
        try (var server = EmbeddedServer.start(TCP);
                var session = Sessions.open(server)) {
            Sessions.run(server, "alter system set work_mem = '5MB'");
            server.reload();
            while (!ask(session, "show work_mem").equals("5MB")) {
                Thread.onSpinWait(); // the test's own timeout ends this
            }
        }
    }

    @Test
    void standbyFollowsItsPrimary() throws SQLException {
        try (var primary = EmbeddedServer.start(TCP.withSetting("synchronous_standby_names", "*"));
                var standby = EmbeddedServer.startStandbyOf(primary)) {
            Sessions.run(primary, "set synchronous_commit = remote_apply", "create table followed ()");
            assertThat(ask(standby, "select to_regclass('followed')")).isEqualTo("followed");
            assertThat(ask(standby, "select pg_is_in_recovery()")).isEqualTo("t");
        }
    }

    @Test
    void failureToStartTellsTheServersOwnReason() {
        assertThatThrownBy(() ->
                        EmbeddedServer.start(ServerOptions.of(17).withSetting("shared_preload_libraries", "nope")))
                .isInstanceOfSatisfying(ServerException.class, e -> {
                    assertThat(e.title()).isEqualTo("could not start PostgreSQL 17");
                    assertThat(e.detail()).contains("could not access file \"nope\": No such file or directory");
                });
    }
}
