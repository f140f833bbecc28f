// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table whose rows everybody who logs in may write, change, delete or empty.
public record PublicTableWrite() implements Rule {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "truncate");

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Privilege.class, Schema.class, Role.class, Membership.class, Database.class);
    }

    /// Where strangers reach it from outside, that is the worse.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("unprotected-api-table");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Map<Long, List<String>> written = snapshot.all(Privilege.class).stream()
                .filter(privilege -> privilege.kind() == Privilege.Kind.TABLE && privilege.isForEverybody())
                .filter(privilege -> WRITES.contains(privilege.privilege()))
                .collect(Collectors.groupingBy(
                        Privilege::oid, TreeMap::new, Collectors.mapping(Privilege::privilege, Collectors.toList())));
        if (written.isEmpty()) {
            return Stream.empty();
        }
        Rights everybody = Rights.of("public", snapshot);
        List<Role> ordinary = snapshot.all(Role.class).stream()
                .filter(role -> role.canLogin() && !role.superuser())
                .toList();
        return snapshot.all(Table.class).stream()
                .filter(table -> table.isWritten() && written.containsKey(table.oid()))
                .filter(table -> table.parent() == null || !table.partition() || !written.containsKey(table.parent()))
                .filter(table -> everybody.leadInto(table.schema(), snapshot))
                .flatMap(table -> finding(table, written.getOrDefault(table.oid(), List.of()), ordinary).stream());
    }

    /// Rows that policies guard can only be lost all at once.
    private Optional<Finding> finding(Table table, List<String> granted, List<Role> ordinary) {
        List<String> open = granted.stream()
                .filter(privilege -> !table.rowSecurity() || privilege.equals("truncate"))
                .distinct()
                .sorted()
                .toList();
        long strangers = ordinary.stream()
                .filter(role -> !role.name().equals(table.owner()))
                .count();
        return open.isEmpty() || strangers == 0 ? Optional.empty() : Optional.of(finding(table, open, strangers));
    }

    private Finding finding(Table table, List<String> open, long strangers) {
        QualifiedName name = table.qualifiedName();
        String privileges = String.join(", ", open);
        return finding(
                Severity.WARNING,
                Subject.table(name),
                "everybody may " + (open.equals(List.of("truncate")) ? "empty" : "write to") + " table \"" + name
                        + "\"",
                "PUBLIC has " + privileges + " on it; besides its owner, " + Words.count(strangers, "role")
                        + " may log in.",
                Evidence.of("roles", strangers).and("privileges", privileges),
                "Whoever logs in, as whatever role, can spoil or lose its rows.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Grant it to the roles that need it, such as \"" + grant(name, privileges) + "\".",
                                "Take it from everybody: \"" + revoke(name, privileges) + "\"."),
                        Sql.format(
                                "select grantee::regrole, privilege_type from pg_class, aclexplode(relacl)"
                                        + " where oid = %L::regclass",
                                name)));
    }

    private static String grant(QualifiedName name, String privileges) {
        return Sql.format("grant %s on table %I to ROLE", privileges, name).text();
    }

    private static String revoke(QualifiedName name, String privileges) {
        return Sql.format("revoke %s on table %I from public", privileges, name).text();
    }
}
