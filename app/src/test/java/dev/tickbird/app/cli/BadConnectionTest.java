// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Servers that do not let us in, are too old, or are not what they seem.
class BadConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(ServerOptions.of(18).withTcp());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isRefusedWithAWrongPassword() {
        Run run = Run.of("check", byTcp() + " user=postgres password=s3cret")
                .failsWith(3, "password authentication failed for user \"postgres\"")
                .within(SOON);
        assertThat(run.err()).doesNotContain("s3cret");
    }

    @Test
    void isRefusedForAnotherRoleOrDatabase() {
        Run.of("check", bySocket() + " user=postgres dbname=nowhere")
                .failsWith(3, "database \"nowhere\" does not exist")
                .hints("Name an existing database")
                .within(SOON);
        Run.of("check", bySocket() + " user=nobody dbname=postgres")
                .failsWith(3, "role \"nobody\" does not exist")
                .within(SOON);
    }

    @Test
    void isRefusedWithoutTheEncryptionThatWasAskedFor() {
        Run.of("check", byTcp() + " user=postgres password=x sslmode=require")
                .failsWith(3, "the server does not support TLS, but sslmode require asks for it")
                .within(SOON);
        Run.of("check", byTcp() + " user=postgres sslmode=verify-full sslrootcert=/nowhere/root.crt")
                .failsWith(2, "/nowhere/root.crt")
                .within(SOON);
    }

    @Test
    void isGivenUpOnWhereNobodyAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Run.of("check", "host=127.0.0.1 port=" + silent.getLocalPort() + " user=x dbname=x connect_timeout=2")
                    .failsWith(3, "no answer within 2 s")
                    .within(SOON);
        }
    }

    @Test
    void isTooOld() {
        Path old = Path.of(System.getProperty("tickbird.root"), "server/target/old-servers");
        try (EmbeddedServer ancient = EmbeddedServer.start(ServerOptions.of(Binaries.of(13, old)))) {
            Run.of("check", ancient.uri("postgres"))
                    .failsWith(3, "cannot examine a server of version 13.")
                    .hints("Tickbird examines PostgreSQL 14 and newer.")
                    .within(SOON);
        }
    }

    @Test
    void isAStandby() throws Exception {
        try (EmbeddedServer primary = EmbeddedServer.start(ServerOptions.of(18));
                EmbeddedServer standby = EmbeddedServer.startStandbyOf(primary)) {
            Run run = Run.of("check", standby.uri("postgres"), "--no-prove", "--format", "json")
                    .within(SOON);
            JsonNode report = JsonMapper.shared().readTree(run.out());
            assertThat(run.complaints()).isEmpty();
            assertThat(run.code()).isIn(0, 1);
            assertThat(report.path("gaps")
                            .valueStream()
                            .map(gap -> gap.path("reason").asString()))
                    .noneMatch(reason -> reason.contains("recovery"));
            Run diff = Run.of("diff", primary.uri("postgres"), standby.uri("postgres"));
            assertThat(diff.out())
                    .contains("Statistics: not compared, for one is of a standby, the other of a primary");
        }
    }

    @Test
    void isReachedThroughAPooler(@TempDir Path folder) throws Exception {
        try (Pooler pooler = Pooler.before(server, folder)) {
            for (int i = 0; i < 3; i++) {
                Run run = Run.of("check", pooler.target(), "--no-prove").within(SOON);
                assertThat(run.complaints()).isEmpty();
                assertThat(run.code()).isIn(0, 1);
            }
            Run.of("diff", pooler.target(), bySocket() + " user=postgres dbname=postgres")
                    .succeedsWith(0);
        }
    }

    private static String byTcp() {
        return "host=127.0.0.1 dbname=postgres port=" + server.port();
    }

    private static String bySocket() {
        return "host=" + server.socketFolder() + " port=" + server.port();
    }
}
