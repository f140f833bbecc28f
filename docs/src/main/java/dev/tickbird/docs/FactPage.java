// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.model.Fact;
import dev.tickbird.observe.FactSource;
import dev.tickbird.observe.FactSql;
import dev.tickbird.observe.Observatory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Everything that Tickbird reads from a server: the headers of the `.sql` files.
final class FactPage {

    private static final int NEWEST = 18;
    private static final String FILES = "../../observe/src/main/resources/dev/tickbird/observe/facts/";

    private FactPage() {}

    static String text() {
        Map<String, List<FactSource<?>>> rooms = Observatory.sources()
                .collect(Collectors.groupingBy(source -> room(source.fact()), LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder(Markdown.resource("facts.md"));
        rooms.forEach((room, sources) -> {
            text.append("\n## ")
                    .append(room)
                    .append("\n\n")
                    .append(Markdown.head("fact", "what", "needs", "cost", "from"));
            sources.forEach(source -> text.append(row(source)));
        });
        return Markdown.page(
                "the headers of observe/src/main/resources/dev/tickbird/observe/facts/*.sql", text.toString());
    }

    /// The part of the model a fact belongs to: `schema`, `statistics`, …
    static String room(Class<? extends Fact> fact) {
        String name = fact.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String row(FactSource<?> source) {
        int first = source.firstMajor();
        FactSql sql = source.sql(NEWEST).orElseThrow();
        String file = source.sql(first).orElseThrow().text().equals(fileText(source)) ? "" : ".pg" + first;
        String needs =
                sql.needs() + sql.extension().map(name -> "; extension " + name).orElse("");
        return Markdown.row(
                "[" + source.name().replace('_', ' ') + "](" + FILES + source.name() + file + ".sql)",
                header("what", sql),
                needs.equals("nothing") ? "" : needs,
                header("cost", sql),
                first == oldest() ? "" : String.valueOf(first));
    }

    private static int oldest() {
        return Observatory.sources().mapToInt(FactSource::firstMajor).min().orElseThrow();
    }

    /// The text of the file without a version in its name; empty if there is none.
    private static String fileText(FactSource<?> source) {
        return source.firstMajor() == oldest()
                ? source.sql(oldest()).orElseThrow().text()
                : "";
    }

    private static String header(String name, FactSql sql) {
        String start = "-- " + name + ":";
        return sql.text()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line \"" + start + "\" in: " + sql.text()))
                .substring(start.length())
                .strip();
    }
}
