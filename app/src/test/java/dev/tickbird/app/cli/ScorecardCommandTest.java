// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tickbird scorecard` on real servers.
class ScorecardCommandTest {

    private static final Map<String, String> COUNTING = Map.of("shared_preload_libraries", "pg_stat_statements");

    @TempDir
    private Path folder;

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void measuresWhatASlowWorkloadCosts(int major) throws Exception {
        try (EmbeddedServer server = Servers.own(major, COUNTING);
                TestDatabase database = TestDatabase.on(server)) {
            run(
                    database,
                    "create extension pg_stat_statements; create table t as select i from generate_series(1, 1000) i");
            awaitCounters(database);
            Path quiet = snapshot(database.uri());
            for (int i = 0; i < 150; i++) {
                run(database, "select pg_sleep(0.06), count(*) from t");
            }
            JsonNode goals = goals(database.uri(), "--since", quiet.toString());
            JsonNode time = goal(goals, "query-time");
            assertThat(time.path("verdict").asString()).isEqualTo("miss");
            assertThat(time.path("least").asDouble()).isGreaterThan(50);
            assertThat(time.path("how").asString()).contains("for 150 queries in the ", " between");
            assertThat(time.path("leastBefore").isNull()).isTrue();
            JsonNode connecting = goal(goals, "connection-time");
            assertThat(connecting.path("least").asDouble()).isPositive();
            assertThat(connecting.path("how").asString()).startsWith("the middle of 9 new connections");
            assertThat(goal(goals, "replication-lag").path("reason").asString())
                    .isEqualTo("no standby receives WAL from this server");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void countsHitsAndBloatAsTheServerDoes(int major) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major))) {
            run(
                    database,
                    "create table t as select i, repeat('x', 100) as note from generate_series(1, 100000) as i;"
                            + " create index on t (i); analyze t; delete from t where i % 2 = 0; vacuum (analyze) t");
            for (int i = 0; i < 20; i++) {
                run(database, "select count(note) from t");
            }
            awaitCounters(database);
            JsonNode goals = goals(database.uri());
            assertThat(goal(goals, "bloat").path("least").asDouble()).isBetween(0.45, 0.52);
            assertThat(goal(goals, "bloat").path("verdict").asString()).isEqualTo("miss");
            assertThat(goal(goals, "cache-hit").path("least").asDouble()).isBetween(0.9, 1.0);
            assertThat(goal(goals, "query-time").path("reason").asString()).contains("pg_stat_statements");
        }
    }

    @Test
    void knowsThatAStandbyKeepsWhatIsWritten() throws Exception {
        ServerOptions options = ServerOptions.of(18).withTcp().withSetting("synchronous_standby_names", "*");
        try (EmbeddedServer primary = EmbeddedServer.start(options);
                EmbeddedServer standby = EmbeddedServer.startStandbyOf(primary);
                TestDatabase database = TestDatabase.on(primary)) { // which waits until the standby streams
            JsonNode goals = goals(database.uri());
            assertThat(goal(goals, "data-loss").path("most").asDouble()).isZero();
            assertThat(goal(goals, "data-loss").path("verdict").asString()).isEqualTo("pass");
            assertThat(goal(goals, "replication-lag").path("most").asDouble()).isBetween(0.0, 60_000.0);
            assertThat(goal(goals(standby.uri("postgres")), "data-loss")
                            .path("reason")
                            .asString())
                    .isEqualTo("this is a standby");
            assertThat(goal(goals(standby.uri("postgres")), "replication-lag")
                            .path("least")
                            .isNumber())
                    .isTrue();
        }
    }

    @Test
    void saysWhatAFileCannotTell() throws Exception {
        Path file = snapshot(Servers.shared(18).uri("postgres"));
        Run run = Run.of("scorecard", file.toString()).succeedsWith(0);
        assertThat(run.out())
                .contains("of 10 goals reached", "time to connect: ?, wanted < 10 ms", "Ask the server itself.");
    }

    @Test
    void refusesWhatItCannotWriteOrRead() throws Exception {
        Path file = snapshot(Servers.shared(18).uri("postgres"));
        assertThat(Run.of("scorecard", file.toString(), "--format", "sarif").err())
                .contains("a scorecard cannot be written as sarif");
        assertThat(Run.of("scorecard", file.toString(), "--since", "missing.tickbird")
                        .code())
                .isEqualTo(3);
    }

    /// Up to PostgreSQL 14 another process counts, and is told now and then.
    private static void awaitCounters(TestDatabase database) throws SQLException {
        run(
                database,
                "do $$ begin for i in 1..100 loop perform pg_sleep(0.1); perform pg_stat_clear_snapshot();"
                        + " exit when i > 10 and (select sum(heap_blks_hit) > 0 from pg_statio_user_tables); end loop; end $$");
    }

    private Path snapshot(String uri) {
        Path file = folder.resolve("before.tickbird");
        Run.of("snapshot", uri, "-o", file.toString()).succeedsWith(0);
        return file;
    }

    private static JsonNode goals(String uri, String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "scorecard";
        words[1] = uri;
        words[2] = "--format";
        words[3] = "json";
        System.arraycopy(options, 0, words, 4, options.length);
        return JsonMapper.shared().readTree(Run.of(words).succeedsWith(0).out()).path("goals");
    }

    private static JsonNode goal(JsonNode goals, String name) {
        for (JsonNode goal : goals) {
            if (goal.path("goal").asString().equals(name)) {
                return goal;
            }
        }
        throw new AssertionError("no goal " + name + " in " + goals);
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            Script.run(connection, sql);
        }
    }
}
