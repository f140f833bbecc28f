// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.Index;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The definitions that our queries put together themselves, because PostgreSQL's functions are slow, are
/// those that the functions give.
class DefinitionsTest {

    @ParameterizedTest
    @MethodSource("dev.tickbird.observe.FactsTest#majors")
    void areThoseOfTheServer(int major) throws SQLException {
        try (Connection connection = RichServers.connect(RichServers.of(major), "shapes", "postgres");
                Statement statement = connection.createStatement()) {
            RichServers.run(connection, RichServers.script("definitions.sql"));
            if (major >= 15) {
                statement.execute("create unique index on parted_1 (at) nulls not distinct");
                statement.execute("alter table parted_1 add unique nulls not distinct (id)");
            }
            Map<Long, String> indexes = definitions(statement, "indexrelid, pg_get_indexdef(indexrelid) from pg_index");
            Map<Long, String> constraints = definitions(
                    statement,
                    "oid, pg_get_constraintdef(oid) from pg_constraint where conrelid > 0 and contype <> 'f'");
            Snapshot snapshot = Observer.observe(
                    connection, List.of(Index.class, Constraint.class), Duration.ofSeconds(20), fact -> {});
            assertThat(snapshot.all(Index.class))
                    .hasSizeGreaterThan(25)
                    .allSatisfy(index -> assertThat(index.definition()).isEqualTo(indexes.get(index.oid())));
            assertThat(snapshot.all(Constraint.class))
                    .hasSizeGreaterThan(6)
                    .allSatisfy(it -> assertThat(it.definition()).isEqualTo(constraints.get(it.oid())));
            statement.execute("drop schema \"Odd \"\" Names\" cascade");
            connection.commit();
        }
    }

    private static Map<Long, String> definitions(Statement statement, String query) throws SQLException {
        statement.execute("set search_path = pg_catalog");
        Map<Long, String> definitions = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select " + query)) {
            while (rows.next()) {
                definitions.put(rows.getLong(1), rows.getString(2));
            }
        }
        return definitions;
    }
}
