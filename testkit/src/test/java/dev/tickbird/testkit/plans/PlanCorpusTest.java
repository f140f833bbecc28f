// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanCorpusTest {

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void isPlannedOnEveryMajorVersion(int major) throws SQLException {
        try (TestDatabase database = TestDatabase.on(Servers.shared(major));
                Connection connection = database.connect()) {
            PlanCorpus.create(connection, 1);
            TreeMap<String, String> plans = new TreeMap<>();
            for (PlanQuery query : PlanCorpus.queries(major)) {
                plans.put(query.name(), query.explain(connection, PlanCorpus.SEARCH_PATH));
            }
            assertThat(plans).hasSizeGreaterThan(250);
            assertThat(plans.values()).allSatisfy(plan -> assertThat(plan).contains("Total Cost"));
            assertThat(String.join("", plans.values()))
                    .contains(
                            "Append",
                            "Merge Append",
                            "BitmapAnd",
                            "BitmapOr",
                            "Index Only Scan",
                            "Tid Scan",
                            "Tid Range Scan",
                            "Sample Scan",
                            "Foreign Scan",
                            "Function Scan",
                            "CTE Scan",
                            "WorkTable Scan",
                            "Memoize",
                            "Merge Join",
                            "Hash Join",
                            "Gather Merge",
                            "Incremental Sort",
                            "WindowAgg",
                            "LockRows",
                            "ModifyTable",
                            "Subplans Removed");
        }
    }

    @Test
    void saysWhatEachQueryCovers() throws SQLException {
        assertThat(PlanCorpus.queries(18))
                .allSatisfy(query -> assertThat(String.join("", query.preparations()) + query.statement())
                        .as(query.name())
                        .startsWith("-- "));
    }

    @Test
    void splitsAFileIntoPreparationsAndTheQuery() throws SQLException {
        PlanQuery query = PlanQuery.parse("example", """
                -- versions: 15+
                -- covers: a role, and a quoted semicolon
                set role reader;
                select ';' from a;
                """);
        assertThat(query.oldest()).isEqualTo(15);
        assertThat(query.preparations()).singleElement().asString().endsWith("set role reader");
        assertThat(query.statement().strip()).isEqualTo("select ';' from a");
    }
}
