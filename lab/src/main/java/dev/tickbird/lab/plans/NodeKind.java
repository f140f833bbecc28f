// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.plans;

import java.util.Map;

/// What a node does, as `explain` words it in text: in JSON it says `Aggregate` and, apart from that, `Hashed`, but who
/// reads plans knows a `HashAggregate`.
final class NodeKind {

    private NodeKind() {}

    static String of(Map<String, String> properties) {
        String type = properties.getOrDefault("Node Type", "?");
        String kind = switch (type) {
            case "Aggregate" -> aggregate(properties);
            case "Nested Loop", "Hash Join", "Merge Join" -> join(type, properties);
            case "ModifyTable" -> properties.getOrDefault("Operation", type);
            default -> type;
        };
        boolean parallel = "true".equals(properties.get("Parallel Aware"));
        boolean backward = "Backward".equals(properties.get("Scan Direction"));
        return (parallel ? "Parallel " : "") + kind + (backward ? " Backward" : "");
    }

    private static String aggregate(Map<String, String> properties) {
        String mode = properties.getOrDefault("Partial Mode", "Simple");
        String aggregate = switch (properties.getOrDefault("Strategy", "Plain")) {
            case "Sorted" -> "GroupAggregate";
            case "Hashed" -> "HashAggregate";
            case "Mixed" -> "MixedAggregate";
            default -> "Aggregate";
        };
        return mode.equals("Simple") ? aggregate : mode + " " + aggregate;
    }

    /// A `Hash Join` that keeps all rows of its left side is a `Hash Left Join`.
    private static String join(String type, Map<String, String> properties) {
        String join = properties.getOrDefault("Join Type", "Inner");
        return join.equals("Inner") ? type : type.replace(" Join", "") + " " + join + " Join";
    }
}
