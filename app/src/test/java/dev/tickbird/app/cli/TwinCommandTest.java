// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.Tickbird;
import dev.tickbird.lab.whatif.WhatIf;
import dev.tickbird.model.Fact;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.observe.Observer;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tickbird twin`, from a snapshot file whose server is gone.
@Timeout(300)
class TwinCommandTest {

    private static final String SHOP = """
            create extension pg_stat_statements;
            create table venue (id integer primary key, city text);
            create table event (id integer primary key, venue_id integer, note text);
            insert into venue select g, 'city ' || g % 20 from generate_series(1, 1000) as g;
            insert into event select g, g % 1000, 'note' from generate_series(1, 50000) as g;
            vacuum analyze;
            """;

    @TempDir
    private static Path shared;

    private static String shop;
    private static String blind;
    private static String unprivileged;

    @TempDir
    private Path folder;

    @BeforeAll
    static void takeSnapshot() throws Exception {
        shop = shared.resolve("shop.tickbird").toString();
        blind = shared.resolve("blind.tickbird").toString();
        unprivileged = shared.resolve("unprivileged.tickbird").toString();
        try (EmbeddedServer server = EmbeddedServer.start(
                        ServerOptions.of(18).withSetting("shared_preload_libraries", "pg_stat_statements"));
                TestDatabase database = TestDatabase.on(server)) {
            try (Connection connection = database.connect()) {
                Script.run(connection, SHOP);
                Script.run(connection, "select pg_stat_statements_reset(); select * from event where venue_id = 7");
            }
            SnapshotFile.write(database.snapshot(Tickbird.everyFact()), Path.of(shop));
            Set<Class<? extends Fact>> facts = new HashSet<>(WhatIf.facts());
            facts.remove(RelationSize.class);
            SnapshotFile.write(database.snapshot(facts), Path.of(blind));
            try (Connection connection = database.connect()) {
                Script.run(connection, "create role auditor; set role auditor");
                SnapshotFile.write(
                        new Observer(connection, Duration.ofSeconds(30), _ -> {}).observe(WhatIf.facts()),
                        Path.of(unprivileged));
            }
        }
    }

    @Test
    void answersInEveryForm() throws Exception {
        query("by-venue", "select * from event where venue_id = 7");
        query("cities", "select count(*) from venue group by city");
        query("two", "select 1; select 2");
        Files.writeString(folder.resolve("readme.txt"), "no query");
        Path json = folder.resolve("plans.json");
        Path html = folder.resolve("plans.html");
        Run run = Run.of(
                        "twin",
                        shop,
                        "--workload=" + folder,
                        "--index=create index on event (venue_id)",
                        "-o=" + json,
                        "-o=" + html,
                        "--format=json,html,text")
                .succeedsWith(0);
        assertThat(run.out())
                .contains("of 2 plans, 1 is the same, 1 is better", "change    create index on event (venue_id)")
                .contains("better    by-venue: cost ", "gone: Seq Scan on event", "two: it holds 2 statements")
                .containsPattern("by-venue: cost [\\d,.]+ → [\\d.]+, [\\d.]+ times cheaper")
                .contains("on a twin without rows, by Tickbird ")
                .contains("better and worse are costs that differ by more than 1.0 %");
        assertTold(new JsonMapper().readTree(json.toFile()));
        assertHarmless(html);
    }

    private static void assertTold(JsonNode answer) {
        JsonNode best = answer.path("queries").path(1);
        assertThat(best.path("name").stringValue()).isEqualTo("by-venue");
        assertThat(best.path("verdict").stringValue()).isEqualTo("better");
        assertThat(best.path("costAfter").doubleValue())
                .isLessThan(best.path("costBefore").doubleValue());
        assertThat(best.at("/planBefore/0/Plan/Node Type").stringValue()).isEqualTo("Seq Scan");
        assertThat(answer.path("unplanned").path(0).path("name").stringValue()).isEqualTo("two");
    }

    private static void assertHarmless(Path html) throws Exception {
        assertThat(Files.readString(html))
                .contains("<b>Seq Scan</b> on event", "event_venue_id_idx", "Content-Security-Policy")
                .doesNotContain("src=", "http://", "https://");
    }

    @Test
    void takesStatementsWithLikelyConstants() {
        Run run = Run.of("twin", shop).succeedsWith(0);
        assertThat(run.out())
                .contains("(generic): cost", "(typical): cost", "select * from event where venue_id = $1")
                .contains(" of statements that touch no table of the database")
                .doesNotContain("pg_catalog", "pg_stat_statements_reset", "the planner has no part in");
    }

    @Test
    void countsPlansThatStayTheSame() throws Exception {
        for (int i = 0; i < 6; i++) {
            query("q" + i, "select * from event where id = " + i);
        }
        String workload = folder.toString();
        Run run = Run.of("twin", shop, "--workload", workload, "--set", "work_mem=64MB")
                .succeedsWith(0);
        assertThat(run.out())
                .contains("same      6 plans not shown: --verbose shows them")
                .doesNotContain("q1: cost");
        Run all = Run.of("twin", shop, "--workload", workload, "--set", "work_mem=64MB", "--verbose")
                .succeedsWith(0);
        assertThat(all.out()).contains("same      q1: cost").doesNotContain("not shown");
    }

    @Test
    void saysFirstThatStatisticsWereHidden() throws Exception {
        Path json = folder.resolve("plans.json");
        Run run = Run.of("twin", unprivileged, "-q", "table event", "--format", "json,text", "-o", json.toString())
                .succeedsWith(0);
        assertThat(run.out())
                .startsWith("planned without the statistics of 1 table, so costs are guesses: 1 plan")
                .contains("hidden    statistics of public.event. ", " to auditor")
                .doesNotContain("fact ", "\n\n\n");
        JsonNode hidden = new JsonMapper().readTree(json.toFile()).at("/queries/0/withoutStatistics/0");
        assertThat(hidden.stringValue()).isEqualTo("public.event");
    }

    @Test
    void failsIfNoQueryCouldBePlanned() {
        Run run = Run.of("twin", shop, "-q", "selec 1").succeedsWith(2);
        assertThat(run.out())
                .startsWith("the query could not be planned")
                .contains("syntax error at or near \"selec\"")
                .doesNotContain("\n\n\n");
    }

    @Test
    void saysWhatASettingCannotPrevent() {
        Run run = Run.of("twin", shop, "-q", "table event", "--set", "enable_seqscan=off")
                .succeedsWith(0);
        assertThat(run.out())
                .contains("the plan is the same", "no other plan is possible: it does all the same what a setting");
    }

    @Test
    void staysUntilItIsStopped() throws Exception {
        Run run = Run.of("twin", shop, "-q", "table venue", "--keep");
        assertThat(run.code()).isZero();
        try {
            Matcher uri = Pattern.compile("postgresql://\\S+").matcher(run.out());
            assertThat(uri.find()).isTrue();
            assertThat(run.err()).contains("tickbird twin --stop", uri.group());
            assertThat(Run.of("check", uri.group(), "--no-prove", "--only", "indexes")
                            .code())
                    .isLessThan(2);
        } finally {
            assertThat(Run.of("twin", "--stop").err()).containsPattern("removed [1-9]\\d* twin");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --hide-index=event_pkay     | index "event_pkay" does not exist
            --hide-index=nowhere.x      | index "nowhere.x" does not exist
            --grow=events=10            | table "events" does not exist
            --grow=much                 | "much" is no growth
            --grow=-1                   | "-1" is no growth
            --set=work_men=1MB          | setting "work_men" does not exist
            --set=work_mem              | "work_mem" sets nothing
            --set=work_mem=lots         | could not set work_mem: invalid value for parameter "work_mem": "lots"
            --index=create+index        | "create index" does not create an index
            --index=create+index+on+event+(id | syntax error at end of input at character 26
            --index=create+index+on+event+(x) | column "x" does not exist
            --pg=12                     | there is no PostgreSQL 12 for a twin
            --pg=new                    | "new" is no whole number
            --pg-bin=/nowhere           | folder "/nowhere" has no program "postgres"
            --ddl=/nowhere.sql          | script "/nowhere.sql" does not exist or cannot be read
            --workload=/nowhere         | workload "/nowhere" is no folder
            --format=sarif              | plans cannot be written as sarif
            """)
    void isRefused(String option, String message) {
        Run.of("twin", shop, "-q", "table event", option.replace('+', ' ')).failsWith(2, message);
    }

    @Test
    void refusesAnEmptyFolder() {
        Run.of("twin", shop, "--workload", folder.toString()).failsWith(2, "has no .sql file in it");
    }

    @Test
    void saysWhatTheTargetLacks() {
        Run.of("twin", blind, "-q", "select 1")
                .failsWith(3, "cannot plan on a twin: the snapshot does not hold the sizes of tables");
        Run.of("twin", "postgres://nobody@127.0.0.1:1/nothing", "-q", "select 1")
                .failsWith(3, "connection refused");
        Run.of("twin", blind).failsWith(2, "there is no query to plan").hints("--workload");
    }

    @Test
    void isInterrupted() throws Exception {
        Path queries = Files.createDirectory(shared.resolve("many"));
        for (int i = 0; i < 20_000; i++) {
            Files.writeString(queries.resolve(i + ".sql"), "select * from event, venue where venue_id = " + i);
        }
        Program program = Program.start(folder, "twin", shop, "--workload", queries.toString());
        program.awaitSaying("planning");
        program.interrupt().isGone();
    }

    private void query(String name, String sql) throws Exception {
        Files.writeString(folder.resolve(name + ".sql"), sql);
    }
}
