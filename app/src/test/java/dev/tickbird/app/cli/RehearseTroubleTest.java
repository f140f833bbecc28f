// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.Rehearsing;
import dev.tickbird.model.Fact;
import dev.tickbird.model.schema.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `tickbird rehearse` where something is wrong: with the script, the command or the target.
@Timeout(300)
class RehearseTroubleTest {

    @TempDir
    private static Path shared;

    private static String shop;

    @TempDir
    private Path folder;

    @BeforeAll
    static void takeSnapshot() throws Exception {
        shop = RehearsedShop.snapshot(shared.resolve("shop.tickbird"), Rehearsing.facts());
    }

    @Test
    void refusesEveryStatementThatWouldLeaveTheTwin() throws Exception {
        Run run = rehearse(shop, """
                        create table mine (id integer);
                        copy mine to program 'cat > /tmp/mine';
                        select * from dblink('host=example.com', 'select 1') as t (a integer);
                          select lo_import('/etc/passwd');
                        """).succeedsWith(1);
        assertThat(run.out())
                .startsWith("the script is refused: 3 statements that a twin cannot let run\n")
                .contains("line 2, column 1: copy would run a program")
                .contains("line 3, column 1: function dblink touches files or the network")
                .contains("line 4, column 3: function lo_import touches files or the network")
                .doesNotContain("longest");
        Run hidden = rehearse(
                shop,
                "create table a (id integer); do $$ begin execute 'co' || 'py a from pro' || 'gram ''id'''; end $$");
        assertThat(RehearsedShop.words(hidden.succeedsWith(1)))
                .contains("line 1 create table a", "the ordinary role that rehearses may not do it");
    }

    @Test
    void endsWhatDoesNotEnd() throws Exception {
        Run run = rehearse(shop, "select 1; select pg_sleep(1000)", "--time-limit=1")
                .succeedsWith(1);
        assertThat(run.out()).startsWith("the script fails: the statement did not end within 1 second\n");
    }

    @Test
    void obeysNoName() throws Exception {
        Run run = rehearse(shop, "alter table \"Odd\n\"\"\033[31mName\" alter \"select\" type integer using 1")
                .succeedsWith(0);
        assertThat(run.out()).contains("rewrites public.\"Odd").doesNotContain("\033", "Odd\n", "null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --undo=/nowhere.sql   | script "/nowhere.sql" does not exist or cannot be read
            --undo=/dev/null      | script "/dev/null" has no statement in it
            --time-limit=0        | --time-limit must be between 1 and 60 seconds
            --time-limit=61       | --time-limit must be between 1 and 60 seconds
            --format=html         | a rehearsal cannot be written as html
            --pg-bin=/nowhere     | folder "/nowhere" has no program "postgres"
            --hurry               | there is no option "--hurry"
            """)
    void isRefused(String option, String message) throws Exception {
        rehearse(shop, "select 1", option).failsWith(2, message);
    }

    @Test
    void wantsATargetAndAScript() {
        Run.of("rehearse", shop).failsWith(2, "SCRIPT");
        Run.of("rehearse").failsWith(2, "TARGET");
    }

    @Test
    void saysWhatTheTargetLacks() throws Exception {
        Set<Class<? extends Fact>> facts = new HashSet<>(Rehearsing.facts());
        facts.remove(Column.class);
        String blind = RehearsedShop.snapshot(shared.resolve("blind.tickbird"), facts);
        rehearse(blind, "select 1").failsWith(3, "cannot build a twin: the snapshot does not hold ");
        rehearse("postgres://nobody@127.0.0.1:1/nothing", "select 1").failsWith(3, "connection refused");
    }

    @Test
    void isInterrupted() throws Exception {
        String script = file("migration.sql", "select pg_sleep(2); select pg_sleep(50)");
        Program program = Program.start(folder, "rehearse", shop, script);
        program.awaitSaying("rehearsing statement 2 of 2");
        program.interrupt().isGone();
    }

    private Run rehearse(String target, String script, String... more) throws IOException {
        return RehearsedShop.rehearse(folder, target, script, more);
    }

    private String file(String name, String text) throws IOException {
        return RehearsedShop.file(folder, name, text);
    }
}
