// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import dev.tickbird.testkit.plans.PlanCorpus;
import dev.tickbird.testkit.plans.PlanQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the measure says where nothing differs: two databases made in the same way plan alike, to the last digit.
class SameDatabaseTest {

    static List<Integer> majors() {
        return Servers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void isPlannedAlike(int major) throws SQLException {
        Map<String, PlanTree> first = plans(major);
        Map<String, PlanTree> second = plans(major);
        List<String> differences = new ArrayList<>();
        first.forEach((name, plan) -> {
            PlanDifference difference = plan.differenceTo(second.get(name));
            if (!difference.text().isEmpty()) {
                differences.add(name + ": " + difference.text());
            }
        });
        assertThat(first).hasSizeGreaterThan(250).hasSameSizeAs(second);
        assertThat(differences).isEmpty();
    }

    private static Map<String, PlanTree> plans(int major) throws SQLException {
        Map<String, PlanTree> plans = new LinkedHashMap<>();
        try (TestDatabase database = TestDatabase.on(Servers.shared(major));
                Connection connection = database.connect()) {
            PlanCorpus.create(connection, 1);
            for (PlanQuery query : PlanCorpus.queries(major)) {
                plans.put(query.name(), PlanTree.parse(query.explain(connection, PlanCorpus.SEARCH_PATH)));
            }
        }
        return plans;
    }
}
