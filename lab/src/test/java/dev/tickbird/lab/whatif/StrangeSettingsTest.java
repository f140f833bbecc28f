// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Settings of a server, a database or a role that change what a literal means, or how a value is written.
class StrangeSettingsTest {

    private static final String SCHEMA = """
            create table event (at timestamptz, kind text) partition by range (at);
            create table event_1 partition of event for values from ('2025-01-01 00:00+00') to ('2025-02-01 00:00+00');
            create table event_2 partition of event for values from ('2025-02-01 00:00+00') to ('2025-03-01 00:00+00');
            create table event_3 partition of event for values from ('2025-03-01 00:00+00') to ('2025-04-01 00:00+00');
            insert into event select timestamptz '2025-01-01 00:00+00' + g * interval '10 minutes', 'k' || g % 7
            from generate_series(0, 12000) as g;
            create index event_at on event (at);
            create table measured (v float8, r real, d date, span interval, raw bytea, paid money, parts text[]);
            insert into measured
            select (g % 90) / 7.0, (g % 90) / 7.0, date '2024-01-01' + g % 150,
                   (g % 17) * interval '1 day 3:04:05.678' - interval '5 months',
                   (array['\\x00ff27', '\\x5c', '\\x', '\\x2c22'])[1 + g % 4]::bytea, g % 1000,
                   case g % 3 when 0 then array['x,y'] when 1 then array['NULL', null] else array[null, '"q"'] end
            from generate_series(1, 30000) as g;
            create index measured_v on measured (v);
            create index measured_r on measured (r);
            create index measured_d on measured (d);
            create index measured_span on measured (span);
            create index measured_raw on measured (raw);
            create index measured_paid on measured (paid);
            create statistics measured_both (mcv) on v, d, span from measured;
            vacuum analyze;
            """;

    /// Each as strange as it can be. The role's outrank the database's, and those of the server.
    private static final String STRANGE = """
            alter database %1$s set datestyle = 'SQL, MDY';
            alter database %1$s set intervalstyle = 'postgres_verbose';
            alter database %1$s set extra_float_digits = -3;
            alter database %1$s set bytea_output = 'escape';
            alter database %1$s set xmloption = 'document';
            alter database %1$s set array_nulls = off;
            alter database %1$s set standard_conforming_strings = off;
            alter database %1$s set escape_string_warning = off;
            alter database %1$s set quote_all_identifiers = on;
            alter database %1$s set transform_null_equals = on;
            alter database %1$s set lc_monetary = 'C.UTF-8';
            alter database %1$s set default_text_search_config = 'german';
            alter database %1$s set random_page_cost = 1.3;
            alter role postgres in database %1$s set timezone = 'Asia/Kathmandu';
            alter role postgres in database %1$s set cpu_tuple_cost = 0.02;
            """;

    private static final List<String> QUERIES = List.of(
            "select count(*) from event where at between '2025-02-28 19:00' and '2025-02-28 23:59'",
            "select * from event where at < '2025-01-01 03:00' and kind = 'k1' order by at",
            "select * from event where at = '2025-02-01 00:00'",
            "select * from measured where v = 3 / 7.0::float8",
            "select * from measured where v > 12.5 and r < 0.15::real",
            "select * from measured where r = (3 / 7.0)::real",
            "select * from measured where d = '05.02.2024'",
            "select * from measured where d > '01.05.2024' and d::text < '02.05.2024'",
            "select * from measured where span < '-1 mons'",
            "select * from measured where raw = '\\\\134'",
            "select * from measured where paid < '7.20'",
            "select * from measured where parts = '{NULL}'",
            "select * from measured where v = 3 / 7.0::float8 and d = '05.02.2024'",
            "select to_tsvector('Haus') @@ 'haus', * from measured where d = null");

    private final TimeZone usual = TimeZone.getDefault();

    @BeforeEach
    void beElsewhere() {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
    }

    @AfterEach
    void comeHome() {
        TimeZone.setDefault(usual);
    }

    @ParameterizedTest
    @MethodSource("dev.tickbird.lab.whatif.WhatIfTest#majors")
    void holdInTheTwin(int major) throws SQLException {
        try (EmbeddedServer server = Servers.own(
                        major, Map.of("timezone", "America/New_York", "datestyle", "ISO, DMY", "autovacuum", "off"));
                TestDatabase plain = filled(server, "");
                TestDatabase strange = filled(server, STRANGE)) {
            assertThat(differences(plain, "set timezone = 'America/New_York' set datestyle = 'ISO, DMY'"))
                    .isEmpty();
            assertThat(differences(strange, "set timezone = 'Asia/Kathmandu' set datestyle = 'SQL, MDY'"))
                    .isEmpty();
        }
    }

    private static TestDatabase filled(EmbeddedServer server, String settings) throws SQLException {
        TestDatabase database = TestDatabase.on(server);
        try (Connection connection = database.connect()) {
            Script.run(connection, "set lc_monetary = 'C';" + SCHEMA + settings.formatted(database.name()));
        }
        return database;
    }

    /// @param client what the driver tells the server in place of its own settings, which clients in C do not
    private static List<String> differences(TestDatabase source, String client) throws SQLException {
        Snapshot snapshot = source.snapshot(WhatIf.facts());
        List<Query> queries = new ArrayList<>();
        QUERIES.forEach(sql -> queries.add(new Query("q" + queries.size(), sql)));
        List<String> differences = new ArrayList<>();
        try (WhatIf question = WhatIf.on(
                        snapshot,
                        Binaries.of(snapshot.the(dev.tickbird.model.server.Server.class)
                                .major()),
                        Shop.LIMIT,
                        _ -> {});
                Connection connection = source.connect()) {
            Answer answer = question.ask(queries, Changes.NONE.withGrowth(java.util.Optional.empty(), 1));
            assertThat(answer.unplanned())
                    .extracting(it -> it.name() + it.reason())
                    .noneMatch(it -> true);
            answer.gaps().stream().map(TwinGap::toString).forEach(differences::add);
            Script.run(
                    connection,
                    "create function pg_temp.explained(question text) returns text language plpgsql " + client
                            + " as $$ declare plan text; begin execute question into plan; return plan; end $$");
            for (Planned query : answer.queries()) {
                String there = explained(connection, query.sql());
                if (!query.before().json().equals(there)) {
                    differences.add(
                            query.sql() + "\n" + there + "\n" + query.before().json());
                }
                if (!query.after().json().equals(query.before().json())) {
                    differences.add("after: " + query.sql() + "\n"
                            + query.before().json() + "\n" + query.after().json());
                }
            }
        }
        return differences;
    }

    private static String explained(Connection connection, String query) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("select pg_temp.explained(?)")) {
            ask.setString(1, "explain (format json) " + query);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
