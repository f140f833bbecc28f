// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.schema.Table;
import dev.tickbird.observe.RowSample;
import dev.tickbird.observe.RowSampler;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a role may not see is not sampled.
class RowSamplerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void readsNoRowsThatTheRoleMayNotSee() throws SQLException {
        try (TestDatabase source =
                TestDatabase.on(Servers.shared(Servers.majors().getLast()))) {
            run(source, """
                    create role sampler;
                    create table closed (a integer, b text);
                    create table guarded (a integer, b text);
                    alter table guarded enable row level security;
                    grant select on guarded to sampler;
                    create table wide (a integer, b text);
                    insert into wide
                    select g, case g when 1 then (select string_agg(md5(i::text), '') from generate_series(1, 99) as i) end
                    from generate_series(1, 10) as g;
                    grant select (b) on wide to sampler;
                    """);
            try {
                assertRefused(
                        source, "closed", "permission denied for table closed", "grant select (a, b) on public.closed");
                assertRefused(source, "guarded", "row-level security policy for table \"guarded\"", "bypassrls");
                assertThat(sample(source, "wide", List.of("b")))
                        .isEqualTo(new RowSample.Drawn(
                                List.of("b"), Collections.nCopies(9, Collections.singletonList(null))));
            } finally {
                run(source, "drop owned by sampler; drop role sampler");
            }
        }
    }

    private static void assertRefused(TestDatabase source, String table, String message, String hint)
            throws SQLException {
        assertThat(sample(source, table, List.of("a", "b")))
                .isInstanceOfSatisfying(RowSample.Refused.class, refused -> {
                    assertThat(refused.reason())
                            .contains("could not sample rows of table \"public." + table + "\": ", message);
                    assertThat(refused.hint()).contains(hint);
                });
    }

    private static RowSample sample(TestDatabase source, String name, List<String> columns) throws SQLException {
        Table table = source.snapshot(Set.of(Table.class)).all(Table.class).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Connection connection = source.connect()) {
            Script.run(connection, "set role sampler");
            return RowSampler.read(connection, table, columns, 1, -1, PATIENCE);
        }
    }

    private static void run(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect()) {
            Script.run(connection, script);
        }
    }
}
