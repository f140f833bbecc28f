// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Servers that cannot be believed in everything: catalogs that do not fit together, counters that have just begun, and
/// a standby.
@Timeout(120)
class DoubtfulServerTest {

    /// What is about to lose something that it needs.
    private static final String WHOLE = """
            create role lost_owner; create role lost_reader;
            create table kept (id int primary key, a int, b text);
            create index kept_a on kept (a);
            create table unkeyed (a int, b text); insert into unkeyed select g, g from generate_series(1, 2000) as g;
            create table vanished (id int primary key, a int); create index vanished_a on vanished (a);
            create table child (id int primary key, parent int references kept);
            create table owned (id int primary key); alter table owned owner to lost_owner;
            create function owned_too() returns int language sql as 'select 1'; alter function owned_too() owner to lost_owner;
            create policy read on kept to lost_reader using (a > 1); alter table kept enable row level security;
            grant select on kept to lost_reader;
            create view seen as select * from owned; create view over as select * from vanished;
            create sequence drawn; create table drawing (id int default nextval('drawn')); alter sequence drawn owned by drawing.id;
            create function fire() returns trigger language plpgsql as 'begin return new; end';
            create trigger fires before insert on kept for each row execute function fire();
            create type mood as enum ('fine'); create table felt (m mood, n int);
            create schema gone; create table gone.t (id int primary key);
            create table divided (id int) partition by range (id);
            create table divided_1 partition of divided for values from (1) to (2);
            analyze;
            """;

    /// Losses that no function of the server stumbles over.
    private static final String QUIET_LOSSES = """
            set allow_system_table_mods = on;
            delete from pg_authid where rolname in ('lost_owner', 'lost_reader');
            delete from pg_class where relname in ('vanished_a', 'drawn', 'divided', 'kept_pkey');
            delete from pg_proc where proname = 'fire';
            delete from pg_type where typname = 'mood';
            delete from pg_namespace where nspname = 'gone';
            delete from pg_rewrite where ev_class = 'seen'::regclass;
            delete from pg_depend where refobjid = 'kept'::regclass;
            """;

    /// Losses that it does stumble over, fact by fact.
    private static final String LOUD_LOSSES = """
            set allow_system_table_mods = on;
            update pg_index set indclass = '99999' where indexrelid = 'kept_a'::regclass;
            update pg_constraint set confrelid = 99998 where conname = 'child_parent_fkey';
            delete from pg_class where relname = 'vanished';
            """;

    private static EmbeddedServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(ServerOptions.of(18));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void hasCatalogsThatLackWhatTheyReferTo() throws Exception {
        try (TestDatabase database = TestDatabase.on(server)) {
            run(database, WHOLE);
            run(database, QUIET_LOSSES);
            JsonNode quiet = examined(database.uri());
            assertThat(states(quiet)).containsEntry("missing-primary-key", "finding");
            run(database, LOUD_LOSSES);
            JsonNode loud = examined(database.uri());
            assertThat(gaps(loud))
                    .containsEntry("indexes", "cache lookup failed for opclass 99999")
                    .containsEntry("foreign keys", "cache lookup failed for relation 99998")
                    .containsKey("views");
            assertThat(loud.path("gaps").toString()).contains("pg_amcheck");
            assertThat(states(loud))
                    .containsEntry("duplicate-index", "not-examined")
                    .containsEntry("unindexed-foreign-key", "not-examined");
            assertThat(states(loud).values()).filteredOn("clean"::equals).hasSizeGreaterThan(50);
            Path file = folder.resolve("broken.tickbird");
            Run.of("snapshot", database.uri(), "-o", file.toString()).within(Duration.ofSeconds(20));
            assertThat(gaps(examined(file.toString()))).containsKey("indexes");
        }
    }

    @Test
    void hasCountersThatHaveJustBegun() throws Exception {
        try (TestDatabase database = TestDatabase.on(server)) {
            run(database, "create table t (id int primary key); insert into t select generate_series(1, 100)");
            run(database, "select pg_stat_reset(); select pg_stat_reset_shared()");
            JsonNode report = examined(database.uri());
            Map<String, String> states = states(report);
            List<String> counting = Catalogue.rules().stream()
                    .filter(rule -> !rule.needs().statisticsAge().isZero())
                    .map(Rule::slug)
                    .toList();
            assertThat(counting).hasSizeGreaterThan(8);
            assertThat(states).containsValue("clean");
            for (String slug : counting) {
                assertThat(states.get(slug)).as(slug).isEqualTo("not-examined");
            }
            assertThat(reason(report, "repeated-sequential-scan")).contains("seconds old; the rule needs 24 hours");
        }
    }

    @Test
    void isAStandby() throws Exception {
        try (EmbeddedServer standby = EmbeddedServer.startStandbyOf(server)) {
            JsonNode report = examined(standby.uri("postgres"));
            assertThat(states(report).values()).filteredOn("clean"::equals).hasSizeGreaterThan(50);
            Run tried = Run.of("check", standby.uri("postgres"), "--prove", "--only", "indexes,tables");
            assertThat(tried.complaints()).isEmpty();
            assertThat(tried.code()).isIn(0, 1);
        }
    }

    private static JsonNode examined(String target) {
        Run run = Run.of("check", target, "--no-prove", "--format", "json").within(Duration.ofSeconds(20));
        assertThat(run.complaints()).isEmpty();
        assertThat(run.code()).isIn(0, 1);
        return JsonMapper.shared().readTree(run.out());
    }

    private static Map<String, String> states(JsonNode report) {
        Map<String, String> states = new TreeMap<>();
        report.path("examined")
                .forEach(it ->
                        states.put(it.path("rule").asString(), it.path("state").asString()));
        return states;
    }

    private static Map<String, String> gaps(JsonNode report) {
        Map<String, String> gaps = new TreeMap<>();
        report.path("gaps")
                .forEach(gap ->
                        gaps.put(gap.path("fact").asString(), gap.path("reason").asString()));
        return gaps;
    }

    private static String reason(JsonNode report, String rule) {
        return report.path("examined")
                .valueStream()
                .filter(it -> it.path("rule").asString().equals(rule))
                .map(it -> it.path("reason").asString())
                .findFirst()
                .orElseThrow();
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            Script.run(connection, sql);
        }
    }
}
