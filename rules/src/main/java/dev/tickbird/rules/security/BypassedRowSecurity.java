// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Identifier;
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
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A role that logs in and writes to tables with row security, and for which none of their policies holds.
public record BypassedRowSecurity() implements Rule {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete");

    @Override
    public Needs needs() {
        return Needs.facts(Role.class, Table.class, Privilege.class, Membership.class, Database.class, Server.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<Table> guarded = snapshot.all(Table.class).stream()
                .filter(table -> table.rowSecurity() && table.isWritten())
                .toList();
        if (guarded.isEmpty()) {
            return Stream.empty();
        }
        return snapshot.all(Role.class).stream()
                .filter(role -> role.canLogin() && role.bypassesRowSecurity() && !role.superuser())
                .filter(role -> !ownsTheDatabase(role, snapshot)) // administers it, and may change every policy
                .flatMap(role -> finding(role, guarded, snapshot).stream());
    }

    private static boolean ownsTheDatabase(Role role, Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        return snapshot.all(Database.class).stream()
                .anyMatch(it -> it.name().equals(database) && it.owner().equals(role.name()));
    }

    /// Who only reads may be a backup, which must see every row.
    private Optional<Finding> finding(Role role, List<Table> guarded, Snapshot snapshot) {
        Rights rights = Rights.of(role.name(), snapshot);
        List<Table> written = guarded.stream()
                .filter(table -> writes(rights, table, snapshot))
                .toList();
        return written.isEmpty() ? Optional.empty() : Optional.of(finding(role, written));
    }

    private static boolean writes(Rights rights, Table table, Snapshot snapshot) {
        return rights.include(table.owner())
                || Grants.on(table.oid(), snapshot)
                        .filter(it -> it.kind() == Privilege.Kind.TABLE && WRITES.contains(it.privilege()))
                        .anyMatch(it -> it.isForEverybody() || rights.include(it.grantee()));
    }

    private Finding finding(Role role, List<Table> written) {
        String first = written.getFirst().qualifiedName().toString();
        return finding(
                Severity.ADVICE,
                new Subject("role", Identifier.quoted(role.name())),
                "policies do not hold for role \"" + role.name() + "\", which writes to their tables",
                "It has BYPASSRLS, may log in, and writes to " + Words.count(written.size(), "table")
                        + " with row security, such as " + first + ".",
                Evidence.of("tables", written.size()),
                "Whoever works as this role, an application perhaps, sees and changes everybody's rows.",
                Remedy.Advice.inOrder(
                        List.of(
                                "See what it does, and give it policies of its own where it needs more than others.",
                                "Then have the policies hold for it: \""
                                        + Sql.format("alter role %I nobypassrls", role.name()) + "\"."),
                        Sql.format("select rolname, rolbypassrls from pg_roles where rolname = %L", role.name())));
    }
}
