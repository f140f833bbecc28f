// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.Binaries;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a database becomes by being tuned and used.
class LivedInTest {

    private static final String TUNED = """
            create extension citext;
            create extension hstore;
            create table word (t text, c citext, h hstore);
            insert into word select 'w' || g % 50, 'W' || g % 50, hstore('k', (g % 50)::text)
            from generate_series(1, 15000) as g;
            create index word_h on word using btree (h);
            create index word_lower on word (lower(t));
            vacuum analyze word;
            alter function lower(text) cost 300;
            alter function generate_series(int, int) rows 5;
            alter function now() volatile;
            alter function citext_eq(citext, citext) cost 44;
            alter operator = (hstore, hstore) set (restrict = none, join = none);
            alter operator pg_catalog.~ (text, text) set (restrict = eqsel);
            """;

    private static final List<String> OF_WORDS = List.of(
            "select * from word where upper(lower(t)) = 'A'",
            "select * from word where lower(t) = 'w7'",
            "select * from word where c = 'w7'",
            "select * from word where h = 'k=>7'",
            "select * from generate_series(1, 10000)",
            "select * from word where t ~ 'x.*y'",
            "select * from word where now() > '2020-01-01'");

    /// As a queue is that has been long and is not any more: the root of its index leads nowhere but down.
    private static final String EMPTIED = """
            create extension pageinspect;
            create table queue (id int primary key);
            insert into queue select g from generate_series(1, 200000) as g;
            delete from queue where id < 199500;
            vacuum analyze queue;
            """;

    private static final List<String> OF_QUEUES = List.of(
            "select max(id), min(id) from queue",
            "select * from queue where id > 199700",
            "select * from generate_series(1, 100) as g join queue on id = g");

    @ParameterizedTest
    @MethodSource("dev.tickbird.lab.whatif.WhatIfTest#majors")
    void isPlannedWithAsItWasAltered(int major) throws SQLException {
        assertThat(differences(major, TUNED, OF_WORDS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.tickbird.lab.whatif.WhatIfTest#majors")
    void hasTreesThatAreSearchedFromBelowTheirRoot(int major) throws SQLException {
        assertThat(differences(major, EMPTIED, OF_QUEUES)).isEmpty();
    }

    /// With the gaps, of which there should be none.
    private static List<String> differences(int major, String script, List<String> texts) throws SQLException {
        List<Query> queries = new ArrayList<>();
        texts.forEach(sql -> queries.add(new Query("q" + queries.size(), sql)));
        try (TestDatabase source = TestDatabase.on(Servers.shared(major));
                Connection connection = source.connect()) {
            Script.run(connection, script);
            try (WhatIf question =
                    WhatIf.on(source.snapshot(WhatIf.facts()), Binaries.of(major), Shop.LIMIT, _ -> {})) {
                Answer answer = question.ask(queries, Changes.NONE);
                assertThat(answer.queries()).hasSameSizeAs(texts);
                List<String> differences = new ArrayList<>();
                answer.gaps().forEach(gap -> differences.add(gap.toString()));
                for (Planned query : answer.queries()) {
                    String there = explained(connection, query.sql());
                    if (!query.before().json().equals(there)) {
                        differences.add(query.sql() + "\n" + there + "\n"
                                + query.before().json());
                    }
                }
                return differences;
            }
        }
    }

    private static String explained(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain (format json) " + query)) {
            row.next();
            return row.getString(1);
        }
    }
}
