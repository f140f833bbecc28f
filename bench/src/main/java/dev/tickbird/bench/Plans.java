// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.testkit.plans.PlanQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one database plans for each query, and which it cannot plan.
record Plans(Map<String, PlanTree> trees, Map<String, String> errors) {

    static Plans of(Connection connection, List<PlanQuery> queries, String searchPath) {
        Map<String, PlanTree> trees = new TreeMap<>();
        Map<String, String> errors = new TreeMap<>();
        for (PlanQuery query : queries) {
            try {
                trees.put(query.name(), PlanTree.parse(query.explain(connection, searchPath)));
            } catch (SQLException e) {
                errors.put(
                        query.name(),
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        return new Plans(trees, errors);
    }
}
