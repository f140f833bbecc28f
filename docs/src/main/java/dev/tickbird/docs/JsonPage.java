// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.app.report.EmergencyJson;
import dev.tickbird.app.report.JsonReport;
import dev.tickbird.app.report.RehearsalJson;
import dev.tickbird.app.report.TwinJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Tickbird writes for programs: every property that an example has when it is written, with what it means. A
/// property without a meaning, and a meaning without a property, are errors.
///
/// @param name of the page, of its introduction, and of the meanings
/// @param json the example
/// @param closed paths that are not gone into: what is in them is told elsewhere, or is called as somebody else likes
record JsonPage(String name, String json, Set<String> closed) {

    /// The report of `check`. What was suppressed or rejected has the properties of a finding, and a reason.
    static JsonPage ofReport() {
        return new JsonPage(
                "json-report",
                written(out -> new JsonReport().render(ExampleReport.make(), out)),
                Set.of("findings[].evidence", "suppressed[]", "rejected[]"));
    }

    /// The answer of `twin`. The plans are PostgreSQL's.
    static JsonPage ofAnswer() {
        return new JsonPage(
                "json-answer",
                written(out -> TwinJson.write(ExampleAnswer.make(), out)),
                Set.of("queries[].planBefore[]", "queries[].planAfter[]"));
    }

    /// What `rehearse` saw. The undo's statements have the properties of the script's.
    static JsonPage ofRehearsal() {
        return new JsonPage(
                "json-rehearsal", written(out -> RehearsalJson.write(ExampleRehearsal.make(), out)), Set.of("undo[]"));
    }

    /// What `emergency` says. The steps that follow have the properties of the first.
    static JsonPage ofEmergency() {
        return new JsonPage(
                "json-emergency",
                written(out -> EmergencyJson.write(ExampleEmergency.make(), out)),
                Set.of("playbooks[].seen[].evidence", "playbooks[].next[]"));
    }

    private interface Writing {
        void to(Appendable out) throws IOException;
    }

    private static String written(Writing writing) {
        StringBuilder out = new StringBuilder();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    String text() {
        Map<String, Set<String>> types = new LinkedHashMap<>();
        collect("", JsonMapper.shared().readTree(json), types);
        Map<String, String> meanings = meanings();
        if (!types.keySet().equals(meanings.keySet())) {
            throw new IllegalStateException("properties of the example and lines of " + name + ".properties differ: "
                    + difference(types.keySet(), meanings.keySet()));
        }
        StringBuilder text = new StringBuilder(Markdown.resource(name + ".md"))
                .append('\n')
                .append(Markdown.head("property", "type", "meaning"));
        meanings.forEach((path, meaning) -> text.append(
                Markdown.row(Markdown.code(path), String.join(" or ", types.getOrDefault(path, Set.of())), meaning)));
        text.append("\n## An example\n\n").append(Markdown.fenced("json", json));
        return Markdown.page("docs/src/main/resources/dev/tickbird/docs/" + name + ".properties", text.toString());
    }

    /// `findings[].remedy.steps[].sql`.
    private void collect(String path, JsonNode node, Map<String, Set<String>> types) {
        if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, types));
            return;
        }
        if (!node.isObject() || closed.contains(path)) {
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

    private Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Markdown.resource(name + ".properties")
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
