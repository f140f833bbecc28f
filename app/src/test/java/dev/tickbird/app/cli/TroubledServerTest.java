// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that something happens to while it is read.
@Timeout(120)
class TroubledServerTest {

    /// Says who waits for a lock. Sessions of pg_stat_activity would stay as a transaction has seen them first.
    private static final String AWAIT_WAITING =
            "select (select pid from pg_locks where not granted limit 1) from pg_sleep(0.02)";

    private EmbeddedServer server;
    private Connection connection;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedServer.start(ServerOptions.of(18));
        LiveTarget target = (LiveTarget) Target.parse(server.uri("postgres"), Environment.ofProcess());
        connection = target.connect(Timeouts.forStatements(Duration.ofSeconds(30)));
    }

    @AfterEach
    void stop() throws Exception {
        connection.abort(Runnable::run);
        server.close();
    }

    @Test
    void isKilledHalfWay() throws Exception {
        CompletableFuture<Run> run = snapshotThatWaits();
        awaitWaiting();
        server.kill();
        run.join().failsWith(3, "lost the connection to the server: ").within(Duration.ofSeconds(20));
    }

    @Test
    void freezesHalfWay() throws Exception {
        CompletableFuture<Run> run = snapshotThatWaits();
        long pid = awaitWaiting();
        signal("STOP", pid);
        try {
            run.join().failsWith(3, "lost the connection to the server: ").within(Duration.ofSeconds(25));
        } finally {
            signal("CONT", pid);
        }
    }

    @Test
    void endsOurSession() throws Exception {
        CompletableFuture<Run> run = snapshotThatWaits();
        long pid = awaitWaiting();
        Script.run(connection, "select pg_terminate_backend(" + pid + ")");
        run.join()
                .failsWith(3, "lost the connection to the server: terminating connection due to administrator command")
                .within(Duration.ofSeconds(20));
    }

    @Test
    void hasATableLockedByAnother() throws Exception {
        Script.run(
                connection,
                "create table held (id int primary key, note text default 'x' check (note <> ''));"
                        + " create view shown as select * from held");
        connection.setAutoCommit(false);
        Script.run(connection, "lock table held in access exclusive mode");
        Run run = Run.of(
                        "snapshot",
                        server.uri("postgres"),
                        "-o",
                        folder.resolve("x.tickbird").toString())
                .within(Duration.ofSeconds(20));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("not seen: column defaults: ").contains("not seen: views: ");
        Run check = Run.of("check", server.uri("postgres"), "--no-prove").within(Duration.ofSeconds(20));
        assertThat(check.code()).isIn(0, 1);
        assertThat(check.complaints()).isEmpty();
        connection.rollback();
    }

    @Test
    void keepsASystemCatalogLocked() throws Exception {
        connection.setAutoCommit(false);
        Script.run(connection, "lock table pg_catalog.pg_publication in access exclusive mode");
        Run run = Run.of(
                        "snapshot",
                        server.uri("postgres"),
                        "-o",
                        folder.resolve("x.tickbird").toString())
                .within(Duration.ofSeconds(20));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("not seen: publications: somebody holds a lock that it would have to wait for");
        connection.rollback();
    }

    /// Reads everything, and comes to a catalog that is locked.
    private CompletableFuture<Run> snapshotThatWaits() throws Exception {
        connection.setAutoCommit(false);
        Script.run(connection, "lock table pg_catalog.pg_foreign_data_wrapper in access exclusive mode");
        String file = folder.resolve("x.tickbird").toString();
        return CompletableFuture.supplyAsync(
                () -> Run.of("snapshot", server.uri("postgres"), "-o", file, "--statement-timeout", "1"));
    }

    private long awaitWaiting() throws Exception {
        try (Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet waiting = statement.executeQuery(AWAIT_WAITING)) {
                    if (waiting.next() && waiting.getLong(1) != 0) {
                        return waiting.getLong(1);
                    }
                }
            }
        }
    }

    private static void signal(String name, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
    }
}
