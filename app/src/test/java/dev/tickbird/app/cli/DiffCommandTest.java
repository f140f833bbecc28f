// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tickbird diff` on real servers.
class DiffCommandTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("tickbird.root"), "app/src/test/resources/dev/tickbird/app/diff");

    @TempDir
    private Path folder;

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tellsWhatAMigrationHasChanged(int major) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major))) {
            run(database, Files.readString(FOLDER.resolve("before.sql")));
            Path before = snapshot(database, "before.tickbird");
            run(database, Files.readString(FOLDER.resolve("migration.sql")));
            Path after = snapshot(database, "after.tickbird");

            Run diff = Run.of("diff", before.toString(), after.toString());
            Approval.compare(FOLDER.resolve("migration.txt"), normalised(diff.out(), database));
            diff.succeedsWith(1);
            assertThat(Run.of("diff", before.toString(), database.uri()).code()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void seesNoDifferenceBetweenAFileAndItsServer(int major) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major))) {
            run(database, Files.readString(FOLDER.resolve("before.sql")));
            Path file = snapshot(database, "shop.tickbird");
            Run diff = Run.of("diff", file.toString(), database.uri()).succeedsWith(0);
            assertThat(diff.out()).startsWith("no difference in ");
            assertThat(Run.of("diff", file.toString(), file.toString())
                            .succeedsWith(0)
                            .out())
                    .startsWith("no difference in ");
        }
    }

    @Test
    void showsHostileNamesWithoutObeyingThem() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            Path before = snapshot(database, "before.tickbird");
            run(
                    database,
                    "create table \"a\u001b[31m\nb\" (\"say \"\"hi\"\"; drop table x; --\" int);"
                            + " comment on table \"a\u001b[31m\nb\" is E'\\u202Eevil';"
                            + " create view \"\uD83D\uDC26 v\" as select 1 as one");
            Run diff = Run.of("diff", before.toString(), database.uri()).succeedsWith(1);
            assertThat(diff.out())
                    .contains("+ table public.\"a<U+001B>[31m\\nb\" with 1 column, 1 comment")
                    .contains("+ view public.\"\uD83D\uDC26 v\"")
                    .doesNotContain("\u001b")
                    .doesNotContain("\u202E");
            JsonNode json = json(Run.of("diff", before.toString(), database.uri(), "--format", "json")
                    .succeedsWith(1)
                    .out());
            assertThat(json.path("differences").path(0).path("name").asString()).isEqualTo("public.\"a\u001b[31m\nb\"");
        }
    }

    @Test
    void writesJson() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            run(database, "create table t (a int)");
            Path before = snapshot(database, "before.tickbird");
            run(database, "alter table t alter a type bigint, add b text; insert into t values (1, 'x')");
            Path file = folder.resolve("differences of today.json");
            Run.of("diff", before.toString(), database.uri(), "-o", file.toString())
                    .succeedsWith(1);
            JsonNode json = json(Files.readString(file));
            assertThat(json.path("same").asBoolean()).isFalse();
            assertThat(json.path("before").path("target").asString()).isEqualTo(before.toString());
            JsonNode change = json.path("differences").path(0);
            assertThat(change.path("what").asString()).isEqualTo("changed");
            assertThat(change.path("name").asString()).isEqualTo("public.t.a");
            assertThat(change.path("changes").path(0).toString())
                    .isEqualTo("{\"property\":\"type\",\"before\":\"integer\",\"after\":\"bigint\"}");
            assertThat(json.path("differences").path(1).path("detail").asString())
                    .isEqualTo("text");
            assertThat(json.path("meantime").path("reason").asString()).isEmpty();
        }
    }

    @Test
    void namesWhatOneSideCouldNotSee() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            run(database, "create table t (a int default 7); create view v as select a from t");
            Path before = snapshot(database, "before.tickbird");
            try (Connection locking = database.connect()) {
                locking.setAutoCommit(false);
                Script.run(locking, "lock table t in access exclusive mode");
                Run diff = Run.of("diff", before.toString(), database.uri()).succeedsWith(0);
                assertThat(diff.out())
                        .startsWith("no difference in what could be compared")
                        .contains("\n  column defaults in part\n    after: ")
                        .contains("Not compared\n  views in part\n    after: 1 definition of views was not read");
            }
        }
    }

    @Test
    void refusesWhatItCannotDo() {
        Run.of("diff", "a.tickbird").failsWith(2, "missing required parameter: \"AFTER\"");
        Run.of("diff", "a.tickbird", "b.tickbird", "--format", "html")
                .failsWith(2, "differences cannot be written as html")
                .hints("Write them as text or json.");
        Run.of("diff", "a.tickbird", "b.tickbird").failsWith(3, "snapshot file \"a.tickbird\" does not exist");
        Run.of("diff", "a.tickbird", "b.tickbird", "-o", "/nowhere/d.txt")
                .failsWith(2, "could not write \"/nowhere/d.txt\": its folder does not exist");
    }

    private Path snapshot(TestDatabase database, String name) {
        Path file = folder.resolve(name);
        assertThat(Run.of("snapshot", database.uri(), "-o", file.toString()).code())
                .isZero();
        return file;
    }

    private static void run(TestDatabase database, String sql) throws Exception {
        try (Connection connection = database.connect()) {
            Script.run(connection, sql);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /// Only what differs: times, versions, and what was done meanwhile are others in each run.
    private String normalised(String text, TestDatabase database) {
        return text.replace(folder.toString(), "FOLDER")
                .replace(database.name(), "DATABASE")
                .replaceAll("(?<=[-+]     )purchase\\.", "") // until PostgreSQL 15
                .replaceAll("version 1\\.\\d", "version 1.x")
                .replaceAll("(?s)\nbefore  .*?(?=\nSchema)", "\n")
                .replaceAll("(?s)\nStatistics: .*", "");
    }
}
