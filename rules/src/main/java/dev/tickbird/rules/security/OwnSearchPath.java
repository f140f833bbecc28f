// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Function;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Prescribes a search path for a function: the schemas that its body needs and no others, temporary objects last.
///
/// A schema in which others may create is no place to look for anything with the owner's rights: a path that holds it
/// would end the finding and leave the hole, so a person closes the schema first, or does without it.
final class OwnSearchPath {

    private static final List<String> BUILT_IN = List.of("pg_catalog");

    private static final String CLOSED = " Name no schema in which others may create.";

    private OwnSearchPath() {}

    static Remedy of(Function function, FunctionBody body, Snapshot snapshot) {
        String kind = kind(function);
        String signature = function.signature();
        Sql template = Sql.format("alter %s %s set search_path = SCHEMA, pg_temp", kind, signature);
        if (!body.ambiguous().isEmpty()) {
            return new Remedy.Advice("Say which schema it means: " + template + ". Several have "
                    + String.join(", ", body.ambiguous()) + ", and so far its callers decide." + CLOSED);
        }
        if (body.isOpaque()) {
            return new Remedy.Advice("Say which schemas it needs: " + template + ". It puts statements together while"
                    + " it runs, so its text does not show them all; call it once afterwards." + CLOSED);
        }
        List<String> schemas = body.schemas();
        Map<String, List<String>> open = open(schemas, function, snapshot);
        if (!open.isEmpty()) {
            return closing(function, schemas, open);
        }
        return new Remedy.Statement(
                List.of(Step.inTransaction(path(function, schemas))),
                List.of(Step.inTransaction(Sql.format("alter %s %s reset search_path", kind, signature))),
                Impact.NONE,
                null);
    }

    /// The schemas in which others may create, with who they are.
    static Map<String, List<String>> open(List<String> schemas, Function function, Snapshot snapshot) {
        Map<String, List<String>> open = new LinkedHashMap<>();
        for (String schema : schemas) {
            List<String> creators = Creators.notTrusted(schema, function.owner(), snapshot);
            if (!creators.isEmpty()) {
                open.put(schema, creators);
            }
        }
        return open;
    }

    static Remedy closing(Function function, List<String> schemas, Map<String, List<String>> open) {
        List<String> closed =
                schemas.stream().filter(schema -> !open.containsKey(schema)).toList();
        String revokes = open.entrySet().stream()
                .map(it -> revoke(it.getKey(), it.getValue()).text())
                .collect(Collectors.joining("; "));
        String names = Sql.format("%I", List.copyOf(open.keySet())).text();
        return new Remedy.Advice(
                "A path through " + names + " leaves the hole open, for others than " + function.owner()
                        + " may create there. Take that right from them, unless they are to have the rights of "
                        + function.owner() + ": " + revokes + ". Then: " + path(function, schemas) + ".",
                "Or write the schema in front of each name that its body takes from " + names
                        + ", operators of extensions included, and leave " + names + " out: "
                        + path(function, closed)
                        + ". Call it once afterwards.");
    }

    private static Sql revoke(String schema, List<String> creators) {
        List<String> roles =
                creators.stream().filter(it -> !it.equals("public")).toList();
        if (roles.size() == creators.size()) {
            return Sql.format("revoke create on schema %I from %I", schema, roles);
        }
        return roles.isEmpty()
                ? Sql.format("revoke create on schema %I from public", schema)
                : Sql.format("revoke create on schema %I from public, %I", schema, roles);
    }

    /// Sets it to these schemas, temporary objects last.
    static Sql path(Function function, List<String> schemas) {
        return Sql.format(
                "alter %s %s set search_path = %I, pg_temp",
                kind(function), function.signature(), schemas.isEmpty() ? BUILT_IN : schemas);
    }

    /// As `alter` calls it.
    static String kind(Function function) {
        return function.kind() == Function.Kind.PROCEDURE ? "procedure" : "function";
    }
}
