// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.lab.whatif.WhatIf;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `tickbird twin --partition` and `--statistics`, from a snapshot file and from its server.
@Timeout(300)
class TwinSuppositionsTest {

    private static final String BOTH = "create statistics both_columns on venue_id, note from event";

    @TempDir
    private static Path shared;

    private static TestDatabase database;
    private static String shop;

    @TempDir
    private Path folder;

    @BeforeAll
    static void takeSnapshot() throws Exception {
        shop = shared.resolve("shop.tickbird").toString();
        database = TestDatabase.on(Servers.shared(18));
        try (Connection connection = database.connect()) {
            Script.run(connection, """
                    create table event (id integer primary key, venue_id integer, note text);
                    insert into event select g, g % 1000, 'note' from generate_series(1, 50000) as g;
                    vacuum analyze;
                    """);
        }
        SnapshotFile.write(database.snapshot(WhatIf.facts()), Path.of(shop));
    }

    @AfterAll
    static void drop() throws Exception {
        database.close();
    }

    @Test
    void dividesATable() throws Exception {
        Path script = Files.writeString(folder.resolve("add.sql"), "alter table event add column paid boolean");
        Run run = Run.of(
                        "twin",
                        shop,
                        "-q",
                        "select * from event where id = 7",
                        "--partition",
                        "event by range (id) into 5",
                        "--ddl",
                        script.toString(),
                        "--index",
                        "create index on event (venue_id)")
                .succeedsWith(0);
        assertThat(run.out())
                .contains(
                        "change    partitioned: event by range (id) into 5",
                        "new: Index Scan on event_1 using event_1_pkey",
                        "values of other columns than id are taken to be spread");
        Files.writeString(script, "alter table event add primary key (venue_id)");
        Run.of("twin", shop, "-q", "table event", "--partition", "event by hash (id)", "--ddl", script.toString())
                .failsWith(2, "add.sql, line 1, column 1: multiple primary keys for table \"event\" are not allowed");
    }

    @Test
    void supposesWhatStatisticsWouldSay() {
        Run run = Run.of("twin", shop, "-q", "select venue_id, note from event group by 1, 2", "--statistics", BOTH)
                .succeedsWith(0);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("supposed: venue_id decides note", "(mcv) cannot be supposed");
    }

    @Test
    void tellsThePlanWhereNothingIsSupposed() {
        Run run = Run.of("twin", shop, "-q", "select * from event where venue_id = 7")
                .succeedsWith(0);
        assertThat(run.out())
                .startsWith("1 plan, as the source would choose")
                .containsPattern(" cost [\\d,.]+\n  select \\* from event where venue_id = 7\n"
                        + "    Seq Scan on event: cost [\\d,.]+, \\d+ rows\n      Filter \\(venue_id = 7\\)");
    }

    @Test
    void samplesRowsOfAServer() {
        String uri = "postgresql:///" + database.name() + "?user=postgres&host="
                + database.server().socketFolder();
        Run run = Run.of("twin", uri, "-q", "select venue_id, note from event group by 1, 2", "--statistics", BOTH);
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .containsPattern(
                        "statistics object public.both_columns: sampled (29|30|31),\\d+ rows of table public.event")
                .doesNotContain("supposed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --partition=x               | "x" does not say how a table is divided
            --partition=events+by+hash+(id)    | table "events" does not exist
            --partition=event+by+range+(idd)   | column "idd" of table "public.event" does not exist
            --partition=event+by+list+(id)     | no value of its column "id" is common
            --partition=event+by+range+(id)+every+1 | cannot divide a table into 49999 partitions
            --partition=event+partition+by+hash+(id)+into+1001 | cannot divide a table into 1001 partitions
            --statistics=x              | "x" does not create statistics
            --statistics=create+statistics+s+(mcv)+on+venue_id,note+from+event | a snapshot file has no rows to sample
            """)
    void isRefused(String option, String message) {
        Run.of("twin", shop, "-q", "table event", option.replace('+', ' ')).failsWith(2, message);
    }
}
