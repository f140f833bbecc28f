// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What users write wrong in `tickbird.toml`: all of it is said at once.
class BadConfigurationTest {

    private static final String NO_SERVER = "postgres://nobody@127.0.0.1:1/nothing";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fial-on = "warning"                             | there is no key "fial-on", did you mean "fail-on"?
            fail-on = "warnings"                            | "fail-on" cannot be "warnings"; it is one of critical, warning, advice, note
            fail-on = ["warning"]                           | "fail-on" cannot be "["warning"]"; it is one of
            fail-on = 3                                     | "fail-on" cannot be "3"
            skip = "unused-index"                           | "skip" must be a list, such as ["unused-index"]
            skip = ["unused-indx"]                          | there is no rule or family "unused-indx", did you mean "unused-index"?
            skip = [["unused-index"]]                       | there is no rule or family "["unused-index"]"
            rules = 5                                       | "rules" must be a table
            rules.unused-indx.severity = "note"             | there is no key "rules.unused-indx", did you mean "unused-index"?
            rules.unused-index = true                       | "rules.unused-index" must be a table
            rules.unused-index.severity = "nothing"         | "rules.unused-index.severity" cannot be "nothing"
            rules.unused-index.colour = "red"               | there is no key "rules.unused-index.colour"
            rules.idle-in-transaction.min-age = "long"      | in "rules.idle-in-transaction" threshold "min-age" cannot be "long"; write a duration such as
            rules.idle-in-transaction.min-age = ["1 h"]     | in "rules.idle-in-transaction" threshold "min-age" cannot be
            suppress = "all"                                | "suppress" must be a list of tables, each begun with [[suppress]]
            suppress = ["all"]                              | "suppress" must be a list of tables
            suppress = [{reason = "so"}]                    | a suppression names no "finding"
            suppress = [{finding = "x:y"}]                  | the suppression of "x:y" gives no "reason"
            suppress = [{finding = "x:y", reason = " "}]    | the suppression of "x:y" gives no "reason"
            suppress = [{finding = "x:y", reason = "so", until = "soon"}] | ends on "soon", which is no date such as 2027-01-31
            suppress = [{finding = "x:y", reason = "so", unitl = 2027-01-31}] | there is no key "suppress.unitl", did you mean "until"?
            fail-on =                                       | is not TOML:
            """)
    void isRefused(String toml, String message) throws Exception {
        Run.of("check", NO_SERVER, "--config", configuration(toml)).failsWith(2, message);
    }

    @Test
    void isToldAllAtOnce() throws Exception {
        String file = configuration("fial-on = 1\nskip = [\"x\"]\n[[suppress]]\nfinding = \"a:b\"\n");
        Run.of("check", NO_SERVER, "--config", file)
                .failsWith(
                        2,
                        "cannot be used: there is no key \"fial-on\", did you mean \"fail-on\"?; there is no rule or"
                                + " family \"x\"; the suppression of \"a:b\" gives no \"reason\"")
                .hints("\"tickbird rules\" lists the rules, \"tickbird rules SLUG\" the thresholds of one.");
    }

    @Test
    void isNoTextFile() throws Exception {
        Path file =
                Files.write(folder.resolve("tickbird.toml"), "skip = \"\u00fc\"".getBytes(StandardCharsets.ISO_8859_1));
        Run.of("check", NO_SERVER, "--config", file.toString()).failsWith(2, "\" is not UTF-8");
        Run.of("check", NO_SERVER, "--config", folder.toString()).failsWith(2, "\": it is a folder");
    }

    @Test
    void hasASuppressionThatIsOver() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18));
                Connection connection = database.connect()) {
            Script.run(
                    connection,
                    "create table a (id int primary key); create table b (a int references a);"
                            + " insert into a select generate_series(1, 5000); insert into b select id from a; analyze");
            String finding = "unindexed-foreign-key:public.b(a)";
            JsonNode over = check(database, finding, "2020-01-31");
            assertThat(over.path("findings").path(0).path("identity").asString())
                    .isEqualTo(finding);
            assertThat(over.path("remarks").path(0).asString())
                    .isEqualTo("suppression of \"" + finding + "\" ended on 2020-01-31");
            JsonNode current = check(database, finding, "2999-12-31");
            assertThat(current.path("findings")).isEmpty();
            assertThat(current.path("suppressed").path(0).path("reason").asString())
                    .isEqualTo("never deleted");
        }
    }

    private JsonNode check(TestDatabase database, String finding, String until) throws Exception {
        String file = configuration(
                "[[suppress]]\nfinding = \"" + finding + "\"\nreason = \"never deleted\"\nuntil = " + until + "\n");
        Run run = Run.of(
                "check",
                database.uri(),
                "--no-prove",
                "--only",
                "unindexed-foreign-key",
                "--config",
                file,
                "--format",
                "json");
        return JsonMapper.shared().readTree(run.succeedsWith(0).out());
    }

    private String configuration(String toml) throws Exception {
        return Files.writeString(folder.resolve("tickbird.toml"), toml).toString();
    }
}
