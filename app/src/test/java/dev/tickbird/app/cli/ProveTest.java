// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Settlement;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tickbird check --prove` on real servers.
class ProveTest {

    private static final String SICK = """
            create table venue (id int primary key);
            create table "Show" (id bigint primary key, venue int references venue);
            insert into venue select generate_series(1, 100);
            insert into "Show" select g, g % 100 + 1 from generate_series(1, 20000) as g;
            analyze;
            """;

    @TempDir
    private Path folder;

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void rehearsesACureOnATwinAndLeavesTheTargetAlone(int major) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major))) {
            sicken(database);
            Path before = snapshot(database, "before.tickbird");
            Run check = Run.of(
                            "check", database.uri(), "--prove", "--only", "unindexed-foreign-key", "--format", "json")
                    .succeedsWith(0);
            JsonNode proof = JsonMapper.shared()
                    .readTree(check.out())
                    .path("findings")
                    .path(0)
                    .path("proof");
            assertThat(proof.path("verdict").asString()).isEqualTo("rehearsed");
            assertThat(proof.path("reason").asString()).contains("the rollback restores the same catalog");
            assertThat(Run.of("diff", before.toString(), database.uri()).out()).startsWith("no difference in ");
        }
    }

    @Test
    void triesWithoutBeingAskedUnlessItIsForbidden() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            sicken(database);
            String[] check = {"check", database.uri(), "--only", "unindexed-foreign-key,missing-primary-key"};
            assertThat(Run.of(check).succeedsWith(0).out())
                    .contains("rehearsed: on a twin the finding is gone", "no query was planned");
            assertThat(Run.of("check", database.uri(), "--only", "unindexed-foreign-key", "--no-prove")
                            .succeedsWith(0)
                            .out())
                    .contains("reasoned: the remedy has not been rehearsed in this run");
        }
    }

    /// Which of two alike is to go, their counters decide, which a twin does not have.
    @ParameterizedTest
    @CsvSource({"show_venue, show_venue_again", "show_venue_again, show_venue"})
    void triesWhatRestsOnCounters(String used, String idle) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            sicken(database);
            try (Connection connection = database.connect()) {
                Script.run(connection, """
                        create index %s on "Show" (venue);
                        set enable_seqscan = off;
                        select count(*) from "Show" where venue = 7;
                        create index %s on "Show" (venue)
                        """.formatted(used, idle));
            }
            assertThat(Run.of("check", database.uri(), "--prove", "--only", "duplicate-index")
                            .succeedsWith(0)
                            .out())
                    .contains("is a duplicate of \"public." + used + "\"", "rehearsed: on a twin the finding is gone");
        }
    }

    @Test
    void saysWhatMakesNoSense() {
        Run.of("check", "--prove", "--no-prove").failsWith(2, "--no-prove and --prove exclude each other");
        Run.of("check", "--prove-within", "0").failsWith(2, "--prove-within must be at least 1 second");
    }

    @Test
    void rehearsesWhatAFileShows() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            sicken(database);
            Path file = snapshot(database, "shop.tickbird");
            assertThat(Run.of("check", file.toString(), "--prove", "--only", "unindexed-foreign-key")
                            .succeedsWith(0)
                            .out())
                    .contains("rehearsed");
        }
    }

    @Test
    void reportsAllTheSameWhereThereCanBeNoTwin() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            sicken(database);
            Path narrow = folder.resolve("narrow.tickbird");
            Set<Class<? extends Fact>> facts = new HashSet<>(new Examiner(Catalogue.rules(), Settlement.NONE).needs());
            facts.remove(Schema.class);
            SnapshotFile.write(database.snapshot(facts), narrow);
            assertThat(Run.of("check", narrow.toString(), "--prove", "--only", "unindexed-foreign-key")
                            .succeedsWith(0)
                            .out())
                    .contains("unindexed-foreign-key", "there is no twin to try it on: cannot build a twin");
        }
    }

    private static void sicken(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            Script.run(connection, SICK);
        }
    }

    private Path snapshot(TestDatabase database, String name) {
        Path file = folder.resolve(name);
        Run.of("snapshot", database.uri(), "-o", file.toString()).succeedsWith(0);
        return file;
    }
}
