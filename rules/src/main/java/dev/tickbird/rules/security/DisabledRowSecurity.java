// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

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
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table with policies that nobody applies, because its row security is off.
public record DisabledRowSecurity() implements Rule {

    private static final List<String> COMMANDS = List.of("select", "insert", "update", "delete");

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Policy.class, Privilege.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> !table.rowSecurity())
                .filter(table -> !relations.of(table, Policy.class).isEmpty())
                .map(table -> finding(table, relations.of(table, Policy.class), snapshot));
    }

    /// Who may touch the table's rows, its owner left aside.
    private static Set<String> users(Table table, Snapshot snapshot) {
        return Grants.on(table.oid(), snapshot)
                .filter(privilege ->
                        privilege.kind() == Privilege.Kind.TABLE || privilege.kind() == Privilege.Kind.COLUMN)
                .filter(privilege -> COMMANDS.contains(privilege.privilege()))
                .map(Privilege::grantee)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What no policy allows, and what is therefore refused once row security is on.
    private static List<String> refused(List<Policy> policies) {
        Set<String> allowed = policies.stream()
                .filter(Policy::permissive)
                .map(policy -> policy.command().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return allowed.contains("all")
                ? List.of()
                : COMMANDS.stream()
                        .filter(command -> !allowed.contains(command))
                        .toList();
    }

    private Finding finding(Table table, List<Policy> policies, Snapshot snapshot) {
        Set<String> users = users(table, snapshot);
        List<String> refused = refused(policies);
        String names = policies.stream().map(Policy::name).collect(Collectors.joining(", "));
        return finding(
                users.isEmpty() ? Severity.WARNING : Severity.CRITICAL,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has policies, but its row security is off",
                "Nothing applies its policies (" + names + "). Who may use it, beside its owner: "
                        + (users.isEmpty() ? "nobody." : String.join(", ", users) + ".")
                        + (refused.isEmpty()
                                ? ""
                                : " Once row security is on, this is refused to them, for no policy allows it: "
                                        + String.join(", ", refused) + ".")
                        + (table.forcedRowSecurity()
                                ? ""
                                : " The owner " + table.owner() + " stays free of policies unless they are forced."),
                Evidence.of("users", users.size())
                        .and("policies", policies.size())
                        .and("refused", refused.isEmpty() ? "nothing" : String.join(", ", refused)),
                users.isEmpty()
                        ? "Whoever is granted a privilege on it will see and change every row."
                        : "They see and change every row, also those that the policies should keep from them.",
                refused.containsAll(COMMANDS)
                        ? new Remedy.Advice("Write a permissive policy first: the restrictive ones alone refuse"
                                + " everything once row security is on.")
                        : remedy(table));
    }

    private static Remedy remedy(Table table) {
        return new Remedy.Statement(
                List.of(Step.inTransaction(
                        Sql.format("alter table %I enable row level security", table.qualifiedName()))),
                List.of(Step.inTransaction(
                        Sql.format("alter table %I disable row level security", table.qualifiedName()))),
                Impact.locking(table.qualifiedName(), LockMode.ACCESS_EXCLUSIVE),
                null);
    }
}
