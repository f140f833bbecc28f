// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.lab.whatif.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plans as `explain (format json)` prints them, made by hand.
final class Explained {

    private static final JsonMapper JSON = new JsonMapper();

    private Explained() {}

    static ObjectNode node(String type, double cost, long rows, ObjectNode... children) {
        return node(type, cost, rows, Map.of(), children);
    }

    static ObjectNode node(String type, double cost, long rows, Map<String, String> more, ObjectNode... children) {
        ObjectNode node = JSON.createObjectNode();
        node.put("Node Type", type);
        new TreeMap<>(more).forEach(node::put);
        node.put("Startup Cost", 0)
                .put("Total Cost", cost)
                .put("Plan Rows", rows)
                .put("Plan Width", 64);
        if (children.length > 0) {
            node.putArray("Plans").addAll(Arrays.asList(children));
        }
        return node;
    }

    static ObjectNode scan(String table, double cost, long rows, String filter) {
        return node("Seq Scan", cost, rows, Map.of("Relation Name", table, "Alias", table, "Filter", filter));
    }

    static ObjectNode lookup(String table, String index, double cost, long rows, String condition) {
        return node(
                "Index Scan",
                cost,
                rows,
                Map.of("Relation Name", table, "Alias", table, "Index Name", index, "Index Cond", condition));
    }

    static Plan plan(ObjectNode root) {
        String json = JSON.writeValueAsString(List.of(Map.of("Plan", root)));
        return Plan.of(json);
    }
}
