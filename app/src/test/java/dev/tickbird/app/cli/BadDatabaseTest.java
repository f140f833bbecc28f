// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.report.Format;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.TestDatabase;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Databases that are hard to look at: hostile, empty, huge, closed, never the same.
@Timeout(300)
class BadDatabaseTest {

    private static final String RICH = "observe/src/test/resources/rich_schema.sql";

    private static EmbeddedServer server;

    private TestDatabase database;

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

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.on(server);
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void hasHostileNames() throws Exception {
        run(Files.readString(Path.of(System.getProperty("tickbird.root"), RICH)));
        Path file = folder.resolve("Bericht f\u00fcr \"\u00c4nnchen\" \uD83D\uDC26.tickbird");
        Run.of("snapshot", database.uri(), "-o", file.toString()).within(Duration.ofSeconds(30));
        Path config = folder.resolve("tickbird.toml"); // so that the small table with the worst names is told of
        Files.writeString(config, "[rules.unindexed-foreign-key]\nfew-rows = 0\n");
        for (Format format : Format.values()) {
            String tried = format == Format.JSON ? "--prove" : "--no-prove";
            Run live = Run.of(
                    "check", database.uri(), tried, "--config", config.toString(), "--format", format.toString());
            Run kept = Run.of(
                    "check", file.toString(), tried, "--config", config.toString(), "--format", format.toString());
            for (Run run : List.of(live, kept)) {
                assertThat(run.complaints()).isEmpty();
                assertThat(run.code()).isIn(0, 1);
                assertHarmless(format, run.out());
            }
        }
        assertThat(Run.of("diff", file.toString(), database.uri())
                        .succeedsWith(0)
                        .out())
                .startsWith("no difference ");
    }

    private static void assertHarmless(Format format, String text) throws Exception {
        assertThat(text.codePoints().filter(point -> point != '\n' && Character.isISOControl(point)))
                .as("control characters in %s", format)
                .isEmpty();
        switch (format) {
            case JSON, SARIF ->
                assertThat(JsonMapper.shared().readTree(text).isObject()).isTrue();
            case JUNIT ->
                assertThat(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(text)))
                                .getDocumentElement()
                                .getTagName())
                        .isEqualTo("testsuites");
            case TEXT, MARKDOWN -> assertThat(text).contains("sixty-three bytes");
            case HTML -> assertThat(text).endsWith("</html>\n");
        }
    }

    @Test
    void isEmpty() {
        for (Format format : Format.values()) {
            Run run = Run.of("check", database.uri(), "--no-prove", "--format", format.toString())
                    .within(Duration.ofSeconds(15));
            assertThat(run.complaints()).isEmpty();
            assertThat(run.code()).isIn(0, 1);
        }
    }

    @Test
    void hasFiveThousandTables() throws Exception {
        for (int i = 0; i < 10; i++) { // one transaction would need more locks than there are
            run("""
                    do $$ begin
                        for i in 1..500 loop
                            execute format('create table wide_%s_%s (id int primary key, a int, b text)', {}, i);
                        end loop;
                    end $$""".replace("{}", String.valueOf(i)));
        }
        Path html = folder.resolve("report.html");
        Path json = folder.resolve("report.json");
        Run run = Run.of("check", database.uri(), "--no-prove", "-o", html.toString(), "-o", json.toString())
                .within(Duration.ofSeconds(60));
        assertThat(run.complaints()).isEmpty();
        assertThat(run.code()).isIn(0, 1);
        assertThat(html).isNotEmptyFile();
        assertThat(gaps(Files.readString(json))).noneMatch(gap -> gap.contains("longer than allowed"));
    }

    @Test
    void isClosedToTheRole() throws Exception {
        run("create role stranger login; create schema closed; create table closed.parent (id int primary key);"
                + " create table closed.child (id int references closed.parent); create view closed.v as select 1 as a;"
                + " create sequence closed.s");
        String target = database.uri().replace("postgres@", "stranger@").replace("user=postgres", "user=stranger");
        assertThat(target).contains("stranger");
        Run run = Run.of("check", target, "--no-prove");
        assertThat(run.complaints()).isEmpty();
        assertThat(run.out())
                .contains("as role stranger")
                .contains("To see more")
                .contains("grant pg_");
        JsonNode report = JsonMapper.shared()
                .readTree(Run.of("check", target, "--no-prove", "--format", "json")
                        .out());
        List<String> hidden = gaps(report.toString());
        assertThat(hidden).isNotEmpty();
        for (JsonNode examined : report.path("examined")) {
            if (examined.path("state").asString().equals("not-examined")) {
                assertThat(examined.path("reason").asString()).isNotBlank();
            }
        }
        Run diff = Run.of("diff", database.uri(), target).succeedsWith(0);
        assertThat(diff.out()).contains("Not compared").doesNotContain("  - ");
    }

    @Test
    void isNeverTheSame() throws Exception {
        run("create table parent (id int primary key); insert into parent select generate_series(1, 5000)");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> churn = CompletableFuture.supplyAsync(() -> churn(over));
        try {
            for (int i = 0; i < 15; i++) {
                Run run = Run.of("check", database.uri(), "--no-prove", "--only", "tables,indexes", "--format", "json");
                assertThat(run.complaints()).isEmpty();
                assertThat(run.code()).isIn(0, 1);
                JsonNode report = JsonMapper.shared().readTree(run.out());
                assertThat(report.path("findings")
                                .valueStream()
                                .map(finding -> finding.path("identity").asString()))
                        .noneMatch(identity -> identity.startsWith("unindexed-foreign-key"));
            }
        } finally {
            over.set(true);
        }
        assertThat(churn.join()).isPositive();
    }

    /// Makes tables whose foreign keys are indexed from the start, changes and drops them.
    private int churn(AtomicBoolean over) {
        int rounds = 0;
        try (Connection connection = database.connect()) {
            for (; !over.get(); rounds++) {
                Script.run(
                        connection,
                        "begin; create table churned (id int primary key, note text default 'x' check (note <> ''),"
                                + " parent int references parent) partition by range (id);"
                                + " create table churned_1 partition of churned for values from (1) to (100000);"
                                + " create index on churned (parent);"
                                + " create view shown as select * from churned;"
                                + " insert into churned select g, 'n', g from generate_series(1, 200) as g; commit");
                Script.run(connection, "alter table churned add later int default 7; analyze churned");
                Script.run(connection, "drop table churned cascade");
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rounds;
    }

    private static List<String> gaps(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .path("gaps")
                .valueStream()
                .map(gap ->
                        gap.path("fact").asString() + ": " + gap.path("reason").asString())
                .toList();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            Script.run(connection, sql);
        }
    }
}
