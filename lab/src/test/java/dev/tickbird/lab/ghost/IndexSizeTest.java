// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexSizeTest {

    /// What the server itself says of a B-tree that grew with its table, in order or not.
    @ParameterizedTest
    @CsvSource({
        "integer, g, 100",
        "integer, g, 20000",
        "integer, g, 110000",
        "integer, g, 200000",
        "text, md5(g::text), 100",
        "text, md5(g::text), 3000",
        "text, md5(g::text), 20000"
    })
    void knowsTheHeightOfATreeThatGrew(String type, String value, int rows) throws SQLException {
        try (TestDatabase database =
                        TestDatabase.on(Servers.shared(Servers.majors().getLast()));
                Connection connection = database.connect()) {
            Script.run(
                    connection,
                    "create extension pageinspect; create table tree (key " + type
                            + " primary key); insert into tree select " + value + " from generate_series(1, " + rows
                            + ") as g; analyze");
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select level, pg_relation_size('tree_pkey') / 8192 - 1,"
                                    + " (select avg_width from pg_stats where tablename = 'tree') from bt_metap('tree_pkey')")) {
                row.next();
                int height = row.getInt(1);
                long pages = row.getLong(2);
                assertThat(IndexSize.grownHeight(pages, row.getInt(3))).isEqualTo(height);
                assertThat(IndexSize.holds(height, pages)).isTrue();
                assertThat(IndexSize.holds(0, pages)).isEqualTo(height == 0);
            }
        }
    }
}
