// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Rights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table whose policies hold for nobody: whoever may use it has its owner's rights, and owners are free of policies
/// unless these are forced.
public record UnforcedRowSecurity() implements Rule {

    private static final Set<String> READ_OR_WRITE_ALL = Set.of("pg_read_all_data", "pg_write_all_data");

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class, Policy.class, Privilege.class, Role.class, Membership.class, Schema.class, Database.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<Table> guarded = snapshot.all(Table.class).stream()
                .filter(table -> table.rowSecurity() && !table.forcedRowSecurity() && table.isWritten())
                .filter(table -> !table.partition())
                .filter(table -> !relations.of(table, Policy.class).isEmpty())
                .toList();
        if (guarded.isEmpty()) {
            return Stream.empty();
        }
        Map<Role, Rights> ordinary = snapshot.all(Role.class).stream()
                .filter(role -> !role.superuser() && !role.bypassesRowSecurity())
                .collect(Collectors.toMap(role -> role, role -> Rights.of(role.name(), snapshot)));
        return guarded.stream().flatMap(table -> finding(table, ordinary, snapshot));
    }

    /// Of an owner for whom forced policies would not hold either, nothing is said.
    private Stream<Finding> finding(Table table, Map<Role, Rights> ordinary, Snapshot snapshot) {
        List<String> free = ordinary.entrySet().stream()
                .filter(it -> it.getKey().canLogin() && it.getValue().include(table.owner()))
                .map(it -> it.getKey().name())
                .sorted()
                .toList();
        boolean curable =
                ordinary.keySet().stream().anyMatch(role -> role.name().equals(table.owner()));
        if (free.isEmpty() || !curable) {
            return Stream.empty();
        }
        RefusedCommands commands = new RefusedCommands(table, snapshot);
        boolean holds = commands.users().containsKey("public")
                || ordinary.entrySet().stream()
                        .anyMatch(it -> isHeld(
                                it.getKey(),
                                it.getValue(),
                                table,
                                commands.users().keySet()));
        return holds ? Stream.empty() : Stream.of(finding(table, free, commands, snapshot));
    }

    /// Whether somebody who is no owner, and for whom policies hold, may use the table.
    private static boolean isHeld(Role role, Rights rights, Table table, Set<String> users) {
        return !rights.include(table.owner())
                && (users.contains(role.name())
                        || role.canLogin() && READ_OR_WRITE_ALL.stream().anyMatch(rights::include));
    }

    private Finding finding(Table table, List<String> free, RefusedCommands commands, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        int policies = Relations.of(snapshot).of(table, Policy.class).size();
        String who = Words.some(free, 5);
        return finding(
                Severity.WARNING,
                Subject.table(name),
                "the policies of table \"" + name + "\" hold for nobody",
                "It has " + Words.count(policies, "policy") + " and row security is on, but not forced, so they do not"
                        + " hold for its owner " + table.owner()
                        + ", and nobody else may use the table but roles that bypass row security. Who logs in with the"
                        + " owner's rights: " + who + ".",
                Evidence.of("policies", policies).and("free", who),
                "Whatever works on it sees and changes every row, also those that the policies should keep from it.",
                remedy(table, commands.notAllowed(table.owner())));
    }

    private static Remedy remedy(Table table, String notAllowed) {
        QualifiedName name = table.qualifiedName();
        Sql force = Sql.format("alter table %I force row level security", name);
        if (notAllowed.isEmpty()) {
            return new Remedy.Statement(
                    List.of(Step.inTransaction(force)),
                    List.of(Step.inTransaction(Sql.format("alter table %I no force row level security", name))),
                    Impact.locking(name, LockMode.ACCESS_EXCLUSIVE)
                            .andRemarking("has the policies hold for migrations that run as the owner, too"),
                    null);
        }
        return new Remedy.Advice(
                "Have the application log in as a role of its own that is granted what it does and does not own the"
                        + " table: policies hold for it at once.",
                "Or write policies for what no policy allows the owner (" + notAllowed + "), and then run \"" + force
                        + "\".");
    }
}
