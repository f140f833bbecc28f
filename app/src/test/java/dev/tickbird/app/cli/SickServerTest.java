// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static dev.tickbird.app.cli.Told.sql;
import static dev.tickbird.app.cli.Told.titles;
import static dev.tickbird.app.cli.Told.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.observe.target.Timeouts;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The emergencies of `tickbird emergency` on a real server that has them. Sessions that get in each other's way are
/// {@link CrowdedServerTest}'s matter.
class SickServerTest {

    private static final String HOSTILE = "o'brien\"; drop table seat; --\\";

    /// Its WAL, its ages and its door are limited so that each is soon in trouble.
    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        ServerOptions options = ServerOptions.of(18).withTcp();
        for (String setting : List.of(
                "autovacuum=off",
                "autovacuum_freeze_max_age=100000",
                "max_prepared_transactions=5",
                "max_wal_size=32MB",
                "listen_addresses=*")) {
            options = options.withSetting(setting.split("=")[0], setting.split("=")[1]);
        }
        server = EmbeddedServer.start(options);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void findsTheSlotThatFillsTheDisk() throws Exception {
        try (TestDatabase database = TestDatabase.on(server);
                Connection writing = database.connect()) {
            Script.run(
                    writing,
                    "select pg_create_physical_replication_slot('forgotten', true);"
                            + " create table note as select n, repeat('x', 500) as text from generate_series(1, 150000) as n");
            JsonNode told = told("disk", database.uri(), 1);
            assertThat(titles(told))
                    .contains("replication slot \"forgotten\" is read by nobody and keeps ")
                    .contains("pg_wal takes ");
            assertThat(told.path("first").path("what").asString()).startsWith("Find out who reads each slot");
            assertThat(sql(told.path("first"))).startsWith("select slot_name");
            assertThat(titles(told("replication", database.uri(), 0))).contains("\"forgotten\" is read by nobody");
            Script.run(writing, "select pg_drop_replication_slot('forgotten')");
        }
    }

    @Test
    void countsPagesThatAreDamaged() throws Exception {
        try (TestDatabase database = TestDatabase.on(server);
                Connection connection = database.connect()) {
            Script.run(connection, "create table cue as select n from generate_series(1, 100) as n; checkpoint");
            Path file = server.dataFolder().resolve(text(connection, "select pg_relation_filepath('cue')"));
            Files.write(file, "x".repeat(8192).getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
            Script.run(connection, """
                    do $$ begin perform count(*) from cue; exception when data_corrupted then null; end $$;
                    set zero_damaged_pages = on; select pg_stat_force_next_flush()""");
            JsonNode told = told("corruption", database.uri(), 1);
            assertThat(titles(told)).contains("pages on disk that are damaged");
            assertThat(told.path("counted").get(0).asString()).startsWith("1 checksum failure counted in ");
            assertThat(told.path("first").path("what").asString()).startsWith("Keep every backup");
            assertThat(told.path("next").toString()).contains("pg_ctl stop -D '" + server.dataFolder() + "' -m fast");
        }
    }

    @Test
    void seesWhoIsInAndByWhichDoor() throws Exception {
        Path door = server.dataFolder().resolve("pg_hba.conf");
        String closed = Files.readString(door);
        try (TestDatabase database = TestDatabase.on(server);
                Connection owner = database.connect();
                Waiter program = new Waiter(database)) {
            assertThat(titles(told("intrusion", database.uri(), 0))).isEmpty();
            Files.writeString(door, closed + "host all all 203.0.113.0/24 trust\n");
            server.reload();
            Script.run(
                    owner, Sql.format("create role %I superuser login", HOSTILE).text());
            Script.run(
                    owner,
                    "create function spy() returns event_trigger language plpgsql as 'begin end';"
                            + " create event trigger listening on ddl_command_end execute function spy()");
            program.begin("copy (select pg_sleep(20)) to program 'cat > /dev/null'");
            JsonNode told = told("intrusion", database.uri(), 1);
            assertThat(titles(told))
                    .contains("lets in everybody at 203.0.113.0/24 without a password")
                    .contains("session " + program.pid() + " has the server run a program on its host")
                    .contains("is a superuser and may log in")
                    .contains("event trigger \"listening\" runs public.spy on ddl_command_end");
            assertThat(told.path("first").path("shell").get(0).asString()).startsWith("tickbird snapshot TARGET");
            assertThat(sql(told.path("next").get(0)))
                    .contains("pg_cancel_backend(pid) from pg_stat_activity where pid = " + program.pid());
            JsonNode lockOut = told.path("next").get(1);
            Script.run(owner, sql(lockOut));
            assertThat(text(owner, "select count(*) from pg_roles where rolname like 'o''brien%' and not rolcanlogin"))
                    .isEqualTo("1");
            Script.run(owner, lockOut.path("rollback").get(0).asString());
            assertThat(Run.of("emergency", "intrusion", database.uri()).out()).contains("question role \"o'brien");
            Script.run(owner, Sql.format("drop role %I", HOSTILE).text());
        } finally {
            Files.writeString(door, closed);
            server.reload();
        }
    }

    @Test
    void findsWhoKeepsOldTransactions() throws Exception {
        try (TestDatabase database = TestDatabase.on(server);
                Connection connection = database.connect()) {
            Script.run(
                    connection,
                    "create table \"Old Cue\" (id int); begin; insert into \"Old Cue\" values (1);"
                            + " prepare transaction 'left''over'; set synchronous_commit = off;"
                            + " create procedure burn(n int) language plpgsql as $$ begin for i in 1..n loop"
                            + " perform pg_current_xact_id(); commit; end loop; end $$; call burn(115000)");
            JsonNode told = told("wraparound", database.uri(), 0);
            assertThat(titles(told))
                    .contains("database \"" + database.name() + "\" is 1")
                    .contains("prepared transaction \"left'over\" holds vacuum back by 1")
                    .contains("autovacuum is off");
            assertThat(sql(told.path("first"))).startsWith("select datname");
            assertThat(told.path("next").toString()).contains("rollback prepared 'left''over'");
            String vacuum = told.path("next")
                    .valueStream()
                    .map(Told::sql)
                    .filter(sql -> sql.startsWith("vacuum"))
                    .findFirst()
                    .orElseThrow();
            assertThat(vacuum).contains("vacuum (verbose, truncate off) public.\"Old Cue\"");
            Script.run(connection, "rollback prepared 'left''over'");
            Script.run(connection, vacuum);
            assertThat(Long.parseLong(
                            text(connection, "select age(relfrozenxid) from pg_class where relname = 'Old Cue'")))
                    .isLessThan(60_000);
        }
    }

    @Test
    void knowsAStandbyThatHasStopped() throws Exception {
        try (EmbeddedServer primary = EmbeddedServer.start(ServerOptions.of(18));
                EmbeddedServer standby = EmbeddedServer.startStandbyOf(primary);
                TestDatabase there = TestDatabase.on(primary)) {
            assertThat(told("replication", standby.uri("postgres"), 0)
                            .path("headline")
                            .asString())
                    .isEqualTo("nothing of this is seen");
            assertThat(Run.of("emergency", standby.uri("postgres")).out()).contains("a standby");
            LiveTarget standing = (LiveTarget) Target.parse(standby.uri("postgres"), Environment.ofProcess());
            try (Connection hands = standing.connect(Timeouts.forStatements(Duration.ofSeconds(10)))) {
                Script.run(hands, "select pg_wal_replay_pause()");
                JsonNode told = told("replication", standby.uri("postgres"), 1);
                assertThat(titles(told)).isEqualTo("replay of WAL is paused on this standby");
                assertThat(told.path("first").path("what").asString()).contains("Before anybody resumes it");
                Script.run(hands, sql(told.path("first")));
            }
            JsonNode wraparound = told("wraparound", standby.uri("postgres"), 0);
            assertThat(wraparound.path("first").path("what").asString()).startsWith("This is a standby");
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getString(1);
        }
    }
}
