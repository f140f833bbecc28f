// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.DefaultPrivilege;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is closed on all objects that are there, and open on the next one that is made.
///
/// @param objects how many of them show that they were closed on purpose
public record ReopeningDefaultPrivilege(int objects) implements Rule {

    private static final Set<String> FOR_TRIGGERS = Set.of("trigger", "event_trigger");

    public ReopeningDefaultPrivilege() {
        this(3);
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                DefaultPrivilege.class,
                Privilege.class,
                Membership.class,
                Database.class,
                Server.class,
                Table.class,
                Function.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Stream.concat(tables(snapshot), functions(snapshot));
    }

    /// Whose new tables are to be opened to whom, and where.
    private record Opening(String role, @Nullable String schema, String grantee) {}

    private Stream<Finding> tables(Snapshot snapshot) {
        Map<Opening, List<String>> openings = snapshot.all(DefaultPrivilege.class).stream()
                .filter(it -> it.kind() == DefaultPrivilege.Kind.TABLE
                        && !it.grantee().equals(it.role()))
                .collect(Collectors.groupingBy(
                        it -> new Opening(it.role(), it.schema(), it.grantee()),
                        Collectors.mapping(DefaultPrivilege::privilege, Collectors.toList())));
        return openings.entrySet().stream().flatMap(opening -> tables(opening.getKey(), opening.getValue(), snapshot));
    }

    private Stream<Finding> tables(Opening opening, List<String> privileges, Snapshot snapshot) {
        List<Table> there = snapshot.all(Table.class).stream()
                .filter(Table::isWritten)
                .filter(table -> table.owner().equals(opening.role))
                .filter(table -> opening.schema == null || table.schema().equals(opening.schema))
                .toList();
        Rights rights = Rights.of(opening.grantee, snapshot);
        Set<String> granted = granted(there, rights, snapshot);
        List<String> reopened = privileges.stream()
                .filter(privilege -> !granted.contains(privilege))
                .sorted()
                .toList();
        return there.size() < objects || reopened.isEmpty() || rights.include(opening.role)
                ? Stream.empty()
                : Stream.of(finding(opening, reopened, there.size()));
    }

    /// What somebody may do on some of these tables, by himself or by his groups.
    private static Set<String> granted(List<Table> tables, Rights rights, Snapshot snapshot) {
        Set<String> granted = tables.stream()
                .flatMap(table -> Grants.on(table.oid(), snapshot))
                .filter(it -> it.kind() == Privilege.Kind.TABLE || it.kind() == Privilege.Kind.COLUMN)
                .filter(it -> it.isForEverybody() || rights.include(it.grantee()))
                .map(Privilege::privilege)
                .collect(Collectors.toCollection(HashSet::new));
        if (rights.include("pg_read_all_data")) {
            granted.add("select");
        }
        if (rights.include("pg_write_all_data")) {
            granted.addAll(Set.of("insert", "update", "delete"));
        }
        return granted;
    }

    private Finding finding(Opening opening, List<String> privileges, int tables) {
        boolean everybody = opening.grantee.equals("public");
        String who = everybody ? "everybody" : "\"" + opening.grantee + "\"";
        String where = opening.schema == null ? "" : " in schema \"" + opening.schema + "\"";
        String list = String.join(", ", privileges);
        Sql grantee = everybody ? Sql.format("public") : Sql.format("%I", opening.grantee);
        Sql revoke = Sql.format("%s revoke %s on tables from %s", altering(opening), list, grantee);
        Sql grant = Sql.format("%s grant %s on tables to %s", altering(opening), list, grantee);
        return finding(
                everybody ? Severity.WARNING : Severity.ADVICE,
                new Subject("role", Identifier.quoted(opening.role)),
                opening.schema,
                "for tables to " + opening.grantee,
                "next table of \"" + opening.role + "\"" + where + " will be open to " + who,
                "None of its " + Words.count(tables, "table") + " there gives " + who + " " + list
                        + "; its default privileges give that with each new one.",
                tables,
                revoke,
                grant);
    }

    private static Sql altering(Opening opening) {
        return opening.schema == null
                ? Sql.format("alter default privileges for role %I", opening.role)
                : Sql.format("alter default privileges for role %I in schema %I", opening.role, opening.schema);
    }

    /// PostgreSQL itself has everybody execute each new function, unless the role's default privileges say otherwise.
    private Stream<Finding> functions(Snapshot snapshot) {
        Map<String, List<Function>> byOwner = snapshot.all(Function.class).stream()
                .filter(function -> !FOR_TRIGGERS.contains(Objects.requireNonNullElse(function.returnType(), "")))
                .collect(Collectors.groupingBy(Function::owner, TreeMap::new, Collectors.toList()));
        Map<String, List<DefaultPrivilege>> defaults = snapshot.all(DefaultPrivilege.class).stream()
                .filter(it -> it.kind() == DefaultPrivilege.Kind.FUNCTION && it.schema() == null)
                .collect(Collectors.groupingBy(DefaultPrivilege::role));
        return byOwner.entrySet().stream()
                .filter(it -> it.getValue().size() >= objects)
                .filter(it -> isOpen(defaults.getOrDefault(it.getKey(), List.of())))
                .filter(it -> it.getValue().stream().noneMatch(function -> isForEverybody(function, snapshot)))
                .map(it -> finding(it.getKey(), it.getValue().size()));
    }

    private static boolean isOpen(List<DefaultPrivilege> ofRole) {
        return ofRole.isEmpty() || ofRole.stream().anyMatch(it -> it.grantee().equals("public"));
    }

    private static boolean isForEverybody(Function function, Snapshot snapshot) {
        return Grants.on(function.oid(), snapshot)
                .anyMatch(it -> it.kind() == Privilege.Kind.FUNCTION && it.isForEverybody());
    }

    private Finding finding(String owner, int functions) {
        return finding(
                Severity.ADVICE,
                new Subject("role", Identifier.quoted(owner)),
                null,
                "for functions to public",
                "next function of \"" + owner + "\" will be open to everybody",
                "None of its " + Words.count(functions, "function")
                        + " may be called by everybody; but PostgreSQL grants"
                        + " that on each new one, and its default privileges do not say otherwise.",
                functions,
                Sql.format("alter default privileges for role %I revoke execute on functions from public", owner),
                Sql.format("alter default privileges for role %I grant execute on functions to public", owner));
    }

    private Finding finding(
            Severity severity,
            Subject role,
            @Nullable String schema,
            String part,
            String title,
            String detail,
            int closed,
            Sql revoke,
            Sql grant) {
        return finding(
                severity,
                role.at(" " + (schema == null ? "" : "in " + Identifier.quoted(schema) + " ") + part),
                title,
                detail,
                Evidence.of("objects", closed),
                "What was closed is open again with the next change of the schema, and nobody notices.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(revoke)), List.of(Step.inTransaction(grant)), Impact.NONE, null));
    }
}
