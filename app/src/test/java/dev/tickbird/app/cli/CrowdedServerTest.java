// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static dev.tickbird.app.cli.Told.sql;
import static dev.tickbird.app.cli.Told.titles;
import static dev.tickbird.app.cli.Told.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Sessions that wait for each other, or take the disk, as `tickbird emergency` sees them: what it has a person paste
/// ends that.
class CrowdedServerTest {

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void seesATreeOfLocksBeforeItHurts(int major) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major));
                Connection root = database.connect();
                Waiter middle = new Waiter(database);
                Waiter last = new Waiter(database)) {
            Script.run(root, "create table seat (id int); insert into seat values (1); begin; update seat set id = 2");
            middle.begin("alter table seat add note text");
            last.begin("select * from seat");
            JsonNode told = told("locks", database.uri(), 0);
            assertThat(told.path("seen").get(0).path("title").asString()).contains("keeps 2 other sessions waiting");
            assertThat(told.path("first").path("what").asString()).startsWith("Look again");
            assertThat(sql(told.path("next").get(0))).contains("pg_terminate_backend");
            Script.run(root, "rollback");
        }
    }

    @Test
    void namesTheRootOfATreeOfLocks() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18));
                Waiter root = new Waiter(database);
                Connection hands = database.connect();
                Waiter middle = new Waiter(database);
                Waiter last = new Waiter(database)) {
            root.run("create table \"Last Seat\" (id int); begin; lock table \"Last Seat\"");
            middle.begin("alter table \"Last Seat\" add note text");
            last.begin("select * from \"Last Seat\"");
            Thread.sleep(5_200); // as long as nobody takes for a moment
            JsonNode slow = told("slow", database.uri(), 1);
            assertThat(titles(slow)).contains("2 sessions waiting for a lock", "wait for locks of other sessions");
            assertThat(slow.path("first").path("shell").get(0).asString()).isEqualTo("tickbird emergency locks TARGET");
            JsonNode told = told("locks", database.uri(), 1);
            assertThat(told.path("seen").get(0).path("lines").size()).isEqualTo(3);
            assertThat(told.path("seen").get(0).path("detail").asString()).contains("public.\"Last Seat\"");
            assertThat(told.path("first").path("what").asString()).startsWith("End session ");
            Script.run(hands, sql(told.path("first")));
            assertThat(told("locks", database.uri(), 0).path("headline").asString())
                    .isEqualTo("nothing of this is seen");
        }
    }

    @Test
    void findsWhoSpillsToDisk() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18));
                Waiter spilling = new Waiter(database);
                Connection hands = database.connect()) {
            spilling.run("set work_mem = '64kB'; begin; declare sorted cursor for select n, repeat('x', 200) as note"
                    + " from generate_series(1, 550000) as n order by n % 1000; fetch 1 from sorted");
            JsonNode told = told("disk", database.uri(), 0);
            assertThat(titles(told)).contains(" has spilled 1").contains(" MB into ");
            assertThat(told.path("first").path("shell").get(0).asString()).startsWith("df -h '/");
            Script.run(hands, sql(told.path("next").get(0)));
            assertThat(told("disk", database.uri(), 0).path("counted").toString())
                    .contains("0 bytes in temporary files");
        }
    }
}
