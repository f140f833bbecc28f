// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.plans;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node of a plan with everything below it.
///
/// @param properties what the planner chose, as `explain` words it: node type, relation, index, join type,
///     conditions, sort keys, output, planned workers and whatever else is not an estimate
/// @param rows the estimate of how many come out each time it runs
/// @param width bytes of a row
public record PlanTree(
        Map<String, String> properties,
        double startupCost,
        double totalCost,
        double rows,
        double width,
        List<PlanTree> children) {

    private static final String CHILDREN = "Plans";
    private static final Set<String> ESTIMATES =
            Set.of("Startup Cost", "Total Cost", "Plan Rows", "Plan Width", CHILDREN);
    private static final JsonMapper JSON = new JsonMapper();

    public PlanTree {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties)); // in the order that explain gives
        children = List.copyOf(children);
    }

    /// What `explain (format json)` printed.
    public static PlanTree parse(String json) {
        try {
            JsonNode plan = JSON.readTree(json).path(0).path("Plan");
            if (plan.isObject()) {
                return node(plan);
            }
        } catch (JacksonException e) {
            throw notAPlan(e);
        }
        throw notAPlan(null);
    }

    private static PlanTree node(JsonNode json) {
        Map<String, String> properties = new LinkedHashMap<>();
        json.properties().forEach(property -> {
            if (!ESTIMATES.contains(property.getKey())) {
                properties.put(property.getKey(), text(property.getValue()));
            }
        });
        List<PlanTree> children = new ArrayList<>();
        json.path(CHILDREN).forEach(child -> children.add(node(child)));
        return new PlanTree(
                properties,
                json.path("Startup Cost").asDouble(0),
                json.path("Total Cost").asDouble(0),
                json.path("Plan Rows").asDouble(0),
                json.path("Plan Width").asDouble(0),
                children);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static IllegalArgumentException notAPlan(@Nullable Throwable cause) {
        return new IllegalArgumentException("this is not a plan in PostgreSQL's JSON", cause);
    }

    /// What it does, as `explain` words it in text: `Parallel Seq Scan`, `Hash Left Join`.
    public String kind() {
        return NodeKind.of(properties);
    }

    /// A short name for people: `Index Scan on orders using orders_pkey`.
    public String label() {
        return kind() + place();
    }

    /// What it reads or writes, behind its kind: ` on orders using orders_pkey`; empty if that is only its children.
    public String place() {
        StringBuilder label = new StringBuilder();
        String relation = properties.getOrDefault("Relation Name", properties.getOrDefault("CTE Name", ""));
        label.append(relation.isEmpty() ? "" : " on " + relation);
        String index = properties.getOrDefault("Index Name", "");
        return label.append(index.isEmpty() ? "" : " using " + index).toString();
    }

    /// This node and all below it.
    public Stream<PlanTree> nodes() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanTree::nodes));
    }

    /// How another plan for the same query differs from this one.
    public PlanDifference differenceTo(PlanTree other) {
        return new PlanComparison().compare(this, other);
    }
}
