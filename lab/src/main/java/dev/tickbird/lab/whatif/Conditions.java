// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.model.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// With which column each unknown constant is compared, as a generic plan's conditions tell: `(o.customer_id = $1)`.
final class Conditions {

    /// @param operator `=`, `<`, `<=`, `>` or `>=`
    record Comparison(QualifiedName relation, String column, String operator) {

        /// Whether both are the ends of one range.
        boolean closes(Comparison other) {
            return relation.equals(other.relation)
                    && column.equals(other.column)
                    && (operator.startsWith(">") && other.operator.startsWith("<")
                            || operator.startsWith("<") && other.operator.startsWith(">"));
        }
    }

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[a-z_][\\w$]*)";
    private static final String COLUMN = "\\(*(" + NAME + ")\\.(" + NAME + ")\\)?(?:::[a-z\"][\\w \"().]*?)?";
    private static final Pattern CONDITION =
            Pattern.compile(COLUMN + " (=|<=|>=|<|>) \\(?\\$(\\d+)(?![\\w.])(?!\\)?::[\\w ]+\\[\\])");
    private static final List<String> PLACES =
            List.of("Index Cond", "Recheck Cond", "Filter", "Join Filter", "Hash Cond");

    private Conditions() {}

    /// By the number of the constant.
    ///
    /// @param plan of `explain (verbose)`, which names aliases and schemas
    static Map<Integer, Comparison> of(PlanTree plan) {
        Map<String, QualifiedName> aliases = new HashMap<>();
        plan.nodes().map(PlanTree::properties).forEach(node -> {
            @Nullable String alias = node.get("Alias");
            @Nullable String relation = node.get("Relation Name");
            @Nullable String schema = node.get("Schema");
            if (alias != null && relation != null && schema != null) {
                aliases.put(alias, new QualifiedName(schema, relation));
            }
        });
        Map<Integer, Comparison> found = new TreeMap<>();
        plan.nodes()
                .forEach(node ->
                        PLACES.forEach(place -> read(node.properties().getOrDefault(place, ""), aliases, found)));
        return found;
    }

    private static void read(String condition, Map<String, QualifiedName> aliases, Map<Integer, Comparison> found) {
        Matcher matcher = CONDITION.matcher(condition);
        while (matcher.find()) {
            @Nullable QualifiedName relation = aliases.get(name(matcher.group(1)));
            if (relation != null) {
                found.putIfAbsent(
                        Integer.valueOf(matcher.group(4)),
                        new Comparison(relation, name(matcher.group(2)), matcher.group(3)));
            }
        }
    }

    private static String name(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }
}
