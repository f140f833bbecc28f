// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The search path that a function has been given. It is as safe as its schemas, and temporary objects come first in it
/// unless `pg_temp` stands last.
final class FixedPath {

    private static final String TEMPORARY = "pg_temp";
    private static final String OWN = "$user";
    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^,\\s]+");

    private final Function function;
    private final FunctionBody body;
    private final List<String> elements;
    private final List<String> schemas;
    private final Map<String, List<String>> open;
    private final List<String> shadowed;

    private FixedPath(Function function, FunctionBody body, List<String> elements, Snapshot snapshot) {
        this.function = function;
        this.body = body;
        this.elements = elements;
        schemas = elements.stream()
                .filter(element -> !element.equals(TEMPORARY))
                .map(element -> element.equals(OWN) ? function.owner() : element) // it runs as its owner
                .distinct()
                .toList();
        open = OwnSearchPath.open(schemas, function, snapshot);
        boolean last = !elements.isEmpty() && elements.getLast().equals(TEMPORARY);
        shadowed = last ? List.of() : body.relations(schemas);
    }

    /// Of what `proconfig` says.
    static FixedPath of(Function function, String path, FunctionBody body, Snapshot snapshot) {
        List<String> elements = new ArrayList<>();
        Matcher matcher = ELEMENT.matcher(path);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            elements.add(quoted == null ? matcher.group() : quoted.replace("\"\"", "\""));
        }
        elements.remove(""); // how an empty path is written
        return new FixedPath(function, body, List.copyOf(elements), snapshot);
    }

    boolean isSafe() {
        return open.isEmpty() && shadowed.isEmpty();
    }

    /// Whether every caller can make use of it.
    boolean isOpenToEverybody() {
        return !shadowed.isEmpty() || open.values().stream().anyMatch(creators -> creators.contains("public"));
    }

    List<String> shadowed() {
        return shadowed;
    }

    /// What is wrong with it, in full sentences.
    String story() {
        List<String> sentences = new ArrayList<>();
        open.forEach((schema, creators) -> sentences.add("In schema \"" + schema + "\" "
                + (creators.contains("public") ? "everybody" : String.join(", ", creators)) + " may create."));
        if (!shadowed.isEmpty()) {
            sentences.add("Before all of them it looks among the caller's temporary objects, for " + TEMPORARY
                    + " does not stand last; it names " + String.join(", ", shadowed) + " without a schema.");
        }
        return String.join(" ", sentences);
    }

    /// The same path without the schemas in which others may create, if the body is seen to need none of them.
    Remedy remedy() {
        List<String> closed =
                schemas.stream().filter(schema -> !open.containsKey(schema)).toList();
        boolean dispensable = !body.isOpaque() && body.schemas().stream().noneMatch(open::containsKey);
        if (!open.isEmpty() && !dispensable) {
            return OwnSearchPath.closing(function, schemas, open);
        }
        Sql formerly = Sql.format(
                "alter %s %s set search_path = %I", OwnSearchPath.kind(function), function.signature(), elements);
        return new Remedy.Statement(
                List.of(Step.inTransaction(OwnSearchPath.path(function, closed))),
                List.of(Step.inTransaction(formerly)),
                Impact.NONE,
                null);
    }
}
