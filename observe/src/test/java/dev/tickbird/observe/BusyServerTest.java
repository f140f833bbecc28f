// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.AnalyzeProgress;
import dev.tickbird.model.activity.ClusterProgress;
import dev.tickbird.model.activity.CopyProgress;
import dev.tickbird.model.activity.IndexBuildProgress;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.SubscriptionWorker;
import dev.tickbird.model.replication.WalReceiver;
import dev.tickbird.model.statistics.WalPosition;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// What only a busy server tells: work that is under way, and who copies from whom.
@Timeout(60)
class BusyServerTest {

    static List<Integer> majors() {
        return FactsTest.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tellsHowFarVacuumAndAnalyzeAre(int major) throws SQLException {
        try (Work work =
                new Work(major, "set vacuum_cost_delay = 100; set vacuum_cost_limit = 1; vacuum shop.customer")) {
            assertThat(work.seen(VacuumProgress.class).blocksTotal()).isPositive();
        }
        try (Work work =
                new Work(major, "set vacuum_cost_delay = 100; set vacuum_cost_limit = 1; analyze shop.customer")) {
            assertThat(work.seen(AnalyzeProgress.class).phase()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tellsWhomAnIndexBuildWaitsFor(int major) throws SQLException {
        try (Connection writer = RichServers.connect(RichServers.of(major), "rich", "postgres")) {
            writer.setAutoCommit(false);
            RichServers.run(writer, "insert into shop.child values (2000, 'waits')");
            int pid = writer.unwrap(PGConnection.class).getBackendPID();
            try (Work work = new Work(major, "create index concurrently awaited on shop.child (kind)")) {
                assertThat(work.seen(IndexBuildProgress.class).blocker()).isIn(null, pid);
                assertThat(work.seen(Lock.class)).isNotNull();
            }
            writer.rollback();
        }
        try (Connection connection = RichServers.connect(RichServers.of(major), "rich", "postgres")) {
            RichServers.run(connection, "drop index if exists shop.awaited");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tellsHowFarARewriteIs(int major) throws SQLException {
        try (Connection connection = RichServers.connect(RichServers.of(major), "rich", "postgres")) {
            RichServers.run(connection, """
                    create table shop.slow (n int);
                    insert into shop.slow select generate_series(1, 9);
                    create function shop.slowly(n int) returns int language plpgsql immutable as $$
                    begin
                        if current_setting('shop.slowly', true) = 'on' then perform pg_sleep(1); end if;
                        return n;
                    end $$;
                    create index on shop.slow (shop.slowly(n))""");
            try (Work work = new Work(major, "set shop.slowly = on; vacuum full shop.slow")) {
                assertThat(work.seen(ClusterProgress.class).command()).isEqualTo("vacuum full");
            }
            RichServers.run(connection, "drop table shop.slow; drop function shop.slowly(int)");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tellsHowFarACopyIs(int major) throws SQLException {
        try (Connection connection = RichServers.connect(RichServers.of(major), "rich", "postgres")) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy shop.child from stdin");
            copy.flushCopy();
            CopyProgress progress = seen(RichServers.of(major), "rich", CopyProgress.class);
            assertThat(progress.kind()).isEqualTo("pipe");
            assertThat(progress.relation()).isNotNull();
            copy.cancelCopy();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tellsWhoAppliesASubscription(int major) throws SQLException {
        EmbeddedServer server = RichServers.of(major);
        try (Connection publisher = RichServers.connect(server, "rich", "postgres")) {
            RichServers.run(publisher, "create database subscriber");
        }
        try (Connection subscriber = RichServers.connect(server, "subscriber", "postgres")) {
            RichServers.run(
                    subscriber,
                    "create schema shop; create table shop.sale (id int, day date);"
                            + " create subscription local connection 'host=" + server.socketFolder() + " port="
                            + server.port()
                            + " dbname=rich user=postgres' publication sales with (create_slot = false, slot_name = logical, copy_data = false)");
            assertThat(seen(server, "subscriber", SubscriptionWorker.class).name())
                    .isEqualTo("local");
            assertThat(seen(server, "rich", Replica.class).state()).isNotBlank();
            RichServers.run(
                    subscriber,
                    "alter subscription local disable;"
                            + " alter subscription local set (slot_name = none); drop subscription local");
        }
        try (Connection publisher = RichServers.connect(server, "rich", "postgres")) {
            RichServers.run(publisher, "drop database subscriber");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void tellsWhatAStandbyReceives(int major) throws SQLException {
        try (EmbeddedServer primary =
                        EmbeddedServer.start(ServerOptions.of(major).withTcp());
                EmbeddedServer standby = EmbeddedServer.startStandbyOf(primary)) {
            assertThat(seen(standby, "postgres", WalReceiver.class).timeline()).isOne();
            assertThat(seen(primary, "postgres", Replica.class).syncState()).isEqualTo("async");
            assertThat(seen(standby, "postgres", WalPosition.class).replayPaused())
                    .isFalse();
            try (Connection connection = RichServers.connect(standby, "postgres", "postgres")) {
                assertThat(Observer.observe(connection, everything(), Duration.ofSeconds(5), fact -> {})
                                .gaps())
                        .allSatisfy(gap -> assertThat(gap.reason())
                                .containsAnyOf("does not have it", "is not installed in this database"));
            }
        }
    }

    private static List<Class<? extends Fact>> everything() {
        return Observatory.sources()
                .<Class<? extends Fact>>map(FactSource::fact)
                .toList();
    }

    /// The first record of a fact, as soon as there is one.
    private static <F extends Fact> F seen(EmbeddedServer server, String database, Class<F> fact) throws SQLException {
        Instant end = Instant.now().plusSeconds(20);
        try (Connection connection = RichServers.connect(server, database, "postgres")) {
            Observer observer = new Observer(connection, Duration.ofSeconds(5), name -> {});
            while (true) {
                List<F> rows = observer.observe(List.of(fact)).all(fact);
                if (!rows.isEmpty()) {
                    return rows.getFirst();
                }
                assertThat(Instant.now()).as("time for " + fact.getSimpleName()).isBefore(end);
            }
        }
    }

    /// A script that runs in a session of its own until it is closed.
    private static final class Work implements AutoCloseable {

        private final EmbeddedServer server;
        private final Connection connection;
        private final Thread thread;

        Work(int major, String script) throws SQLException {
            server = RichServers.of(major);
            connection = RichServers.connect(server, "rich", "postgres");
            thread = Thread.ofVirtual().start(() -> {
                try {
                    RichServers.run(connection, script);
                } catch (SQLException e) {
                    // It was cancelled, as it had to be.
                }
            });
        }

        <F extends Fact> F seen(Class<F> fact) throws SQLException {
            return BusyServerTest.seen(server, "rich", fact);
        }

        @Override
        public void close() throws SQLException {
            try (Connection other = RichServers.connect(server, "rich", "postgres");
                    Statement statement = other.createStatement()) {
                statement.execute("select pg_terminate_backend("
                        + connection.unwrap(PGConnection.class).getBackendPID() + ")");
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            connection.close();
        }
    }
}
