// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.app.report.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON report: every property that {@link ExampleReport} has when it is rendered, with what it means. A property
/// without a meaning, and a meaning without a property, are errors.
final class JsonReportPage {

    private static final String MEANINGS = "json-report.properties";

    /// What has the properties of a finding, and a reason.
    private static final Set<String> FINDINGS_TOO = Set.of("suppressed[]", "rejected[]");

    private JsonReportPage() {}

    static String text() {
        String json = rendered();
        Map<String, Set<String>> types = new LinkedHashMap<>();
        collect("", JsonMapper.shared().readTree(json), types);
        Map<String, String> meanings = meanings();
        if (!types.keySet().equals(meanings.keySet())) {
            throw new IllegalStateException("properties of the report and lines of " + MEANINGS + " differ: "
                    + difference(types.keySet(), meanings.keySet()));
        }
        StringBuilder text = new StringBuilder(Markdown.resource("json-report.md"))
                .append('\n')
                .append(Markdown.head("property", "type", "meaning"));
        meanings.forEach((path, meaning) -> text.append(
                Markdown.row(Markdown.code(path), String.join(" or ", types.getOrDefault(path, Set.of())), meaning)));
        text.append("\n## An example\n\n").append(Markdown.fenced("json", json));
        return Markdown.page("docs/src/main/resources/dev/tickbird/docs/" + MEANINGS, text.toString());
    }

    private static String rendered() {
        StringBuilder out = new StringBuilder();
        try {
            new JsonReport().render(ExampleReport.make(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// `findings[].remedy.steps[].sql`; what is called as the rule likes, such as evidence, is not gone into.
    private static void collect(String path, JsonNode node, Map<String, Set<String>> types) {
        if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, types));
            return;
        }
        if (!node.isObject() || path.endsWith("evidence") || FINDINGS_TOO.contains(path)) {
            return;
        }
        for (String name : node.propertyNames()) {
            String inner = path.isEmpty() ? name : path + "." + name;
            JsonNode value = node.path(name);
            types.computeIfAbsent(inner, any -> new TreeSet<>()).add(type(value));
            collect(inner, value, types);
        }
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "list";
            case OBJECT -> "object";
            case STRING -> "text";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> throw new IllegalStateException("a report holds no " + value.getNodeType());
        };
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Markdown.resource(MEANINGS)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" = ", 2)))
                .forEach(pair -> meanings.put(pair.getFirst(), pair.getLast()));
        return meanings;
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        all.removeIf(path -> one.contains(path) && other.contains(path));
        return all;
    }
}
