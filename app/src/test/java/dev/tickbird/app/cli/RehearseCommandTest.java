// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.Rehearsing;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tickbird rehearse`, mostly from a snapshot file whose server is gone.
@Timeout(300)
class RehearseCommandTest {

    private static final String MIGRATION = """
            begin;
            alter table event alter column id type bigint;
            alter table event add foreign key (venue_id) references venue;
            commit;

            create index concurrently event_venue_id_idx on event (venue_id);
            vacuum venue;
            """;

    private static final String UNDO = """
            drop index concurrently event_venue_id_idx;
            alter table event drop constraint event_venue_id_fkey, alter column id type integer;
            """;

    @TempDir
    private static Path shared;

    private static String shop;

    @TempDir
    private Path folder;

    @BeforeAll
    static void takeSnapshot() throws Exception {
        shop = RehearsedShop.snapshot(shared.resolve("shop.tickbird"), Rehearsing.facts());
    }

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tellsWhatEachStatementDoes(int major) throws Exception {
        Path json = folder.resolve("rehearsal.json");
        try (TestDatabase database = TestDatabase.on(Servers.shared(major))) {
            RehearsedShop.fill(database);
            String target = database.server().uri(database.name());
            Run run = rehearse(
                            target, MIGRATION, "--undo=" + file("undo.sql", UNDO), "--format=json,text", "-o=" + json)
                    .succeedsWith(0);
            assertThat(RehearsedShop.words(run))
                    .startsWith("the script runs, and its undo restores the catalog byte for byte ")
                    .contains("longest blocks reads and writes of public.event for less than a second (reads ")
                    .contains("line 2 alter table event alter column id type bigint works for less than a second (")
                    .contains("rewrites public.event builds index public.event_pkey reads all of public.event ")
                    .contains("AccessExclusiveLock on public.event, to the end of its transaction in line 4: blocks")
                    .contains("ShareRowExclusiveLock on public.venue, to the end of its transaction in line 4: blocks")
                    .contains("ShareUpdateExclusiveLock on public.event: blocks nothing but vacuum")
                    .contains("waits until all transactions under way have ended")
                    .contains("line 7 vacuum venue", "reads all of public.venue")
                    .contains("Undo " + folder.resolve("undo.sql"), "+ index public.event_venue_id_idx")
                    .contains("~ column public.event.id type: integer → bigint")
                    .doesNotContain("tickbird_rehearsal", "leaves");
        }
        assertTold(new JsonMapper().readTree(json.toFile()));
    }

    private static void assertTold(JsonNode rehearsal) {
        assertThat(rehearsal.path("outcome").stringValue()).isEqualTo("ran");
        assertThat(rehearsal.path("restored").booleanValue()).isTrue();
        JsonNode rewrite = rehearsal.path("script").path(1);
        assertThat(rewrite.path("line").intValue()).isEqualTo(2);
        assertThat(rewrite.at("/rewrites/0").stringValue()).isEqualTo("public.event");
        assertThat(rewrite.path("seconds").doubleValue()).isPositive();
        JsonNode lock = rewrite.path("locks").path(0);
        assertThat(lock.path("mode").stringValue()).isEqualTo("AccessExclusiveLock");
        assertThat(lock.path("blocksReads").booleanValue()).isTrue();
        assertThat(lock.path("untilLine").intValue()).isEqualTo(4);
        assertThat(lock.path("seconds").doubleValue()).isPositive();
        assertThat(rehearsal.at("/script/4/outsideTransactions").booleanValue()).isTrue();
        assertThat(rehearsal.path("undo")).hasSize(2);
        assertThat(rehearsal.path("problems")).isEmpty();
        assertThat(rehearsal.path("lasting")).isEmpty();
    }

    @Test
    void saysWhereAScriptFailsAndWhatWouldStay() throws Exception {
        Run run = rehearse(shop, """
                        alter table venue add column zip text;
                        create index on venue (zip);
                        create view numbered as
                            select idd from event;
                        drop table event;
                        """).succeedsWith(1);
        assertThat(run.out())
                .startsWith("the script fails: column \"idd\" does not exist\n")
                .contains("  line 4, column 12: column \"idd\" does not exist (SQLSTATE 42703)\n")
                .contains("                select idd from event;\n                       ^\n")
                .contains("would stay: lines 1, 2\n")
                .doesNotContain("drop table");
    }

    @Test
    void saysWhatAnUndoForgets() throws Exception {
        Path json = folder.resolve("rehearsal.json");
        String migration =
                "alter table event drop column note, add column kind text; alter table venue rename to place";
        String undo =
                "alter table event drop column kind, add column note varchar(9); alter table place rename to venue";
        Run run = rehearse(shop, migration, "--undo=" + file("undo.sql", undo), "-o=" + json, "--format=json,text")
                .succeedsWith(1);
        assertThat(RehearsedShop.words(run))
                .startsWith("the script runs, but its undo leaves ")
                .contains("What the undo leaves ", "note", "varying(9)");
        JsonNode told = new JsonMapper().readTree(json.toFile());
        assertThat(told.path("restored").booleanValue()).isFalse();
        assertThat(told.path("lasting")).isNotEmpty();
    }

    @Test
    void runsScriptsOneAfterTheOther() throws Exception {
        String first = file("first.sql", "create table one (id integer) -- no semicolon");
        Run run = rehearse(shop, "alter table one add column more text;\nselect nothing", first)
                .succeedsWith(1);
        assertThat(RehearsedShop.words(run))
                .containsPattern("line 2, column 8 of \\S+migration.sql: column \"nothing\" does not");
        run = Run.of("rehearse", shop, first, file("second.sql", "\nalter table one add column more text"));
        assertThat(RehearsedShop.words(run.succeedsWith(0)))
                .contains("Script " + first + " line 1 ", "second.sql line 2 ");
    }

    @Test
    void rehearsesSettings() throws Exception {
        String set = "alter system set work_mem = '77MB'; select pg_reload_conf()";
        String reset = file("reset.sql", "alter system reset work_mem; select pg_reload_conf()");
        assertThat(RehearsedShop.words(rehearse(shop, set, "--undo=" + reset).succeedsWith(0)))
                .contains("~ setting work_mem", "restores the catalog");
        String nothing = file("nothing.sql", "select 1");
        assertThat(RehearsedShop.words(rehearse(shop, set, "--undo=" + nothing).succeedsWith(1)))
                .contains("setting work_mem is not what it was");
    }

    private Run rehearse(String target, String script, String... more) throws IOException {
        return RehearsedShop.rehearse(folder, target, script, more);
    }

    private String file(String name, String text) throws IOException {
        return RehearsedShop.file(folder, name, text);
    }
}
