// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.security.Grants;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A policy whose condition every row meets, so that whoever may write to the table may write any row of it.
public record AlwaysTruePolicy() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Policy.class, Privilege.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream().filter(Table::rowSecurity).flatMap(table -> {
            List<Policy> policies = relations.of(table, Policy.class);
            return policies.stream()
                    .filter(policy -> policy.permissive() && OpenRows.of(policy) != OpenRows.NONE)
                    .filter(policy -> policies.stream().noneMatch(it -> !it.permissive() && meets(it, policy)))
                    .filter(policy -> concernsEverybody(policy, writers(policy, table, snapshot), policies))
                    .map(policy -> finding(policy, table, snapshot));
        });
    }

    /// Whether two policies may decide about the same statement.
    private static boolean meets(Policy one, Policy other) {
        return one.command() == Policy.Command.ALL
                || other.command() == Policy.Command.ALL
                || one.command() == other.command();
    }

    /// Who has a privilege to write to the table so, its owner left aside.
    private static Set<String> writers(Policy policy, Table table, Snapshot snapshot) {
        return writing(policy, table, snapshot).map(Privilege::grantee).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Privilege> writing(Policy policy, Table table, Snapshot snapshot) {
        Set<String> privileges = policy.command() == Policy.Command.ALL
                ? Set.of("insert", "update", "delete")
                : Set.of(policy.command().name().toLowerCase(Locale.ROOT));
        return Grants.on(table.oid(), snapshot).filter(privilege -> privileges.contains(privilege.privilege()));
    }

    /// A policy for one role, such as an administrator's, may well open what others do not see. It is a
    /// defect if nobody else writes, or if another policy is to hold the same role to some rows.
    private static boolean concernsEverybody(Policy policy, Set<String> writers, List<Policy> policies) {
        boolean voidsAnother = policies.stream()
                .filter(other -> other.oid() != policy.oid() && meets(other, policy))
                .filter(other -> other.command() != Policy.Command.SELECT && OpenRows.of(other) == OpenRows.NONE)
                .anyMatch(other -> other.roles().stream().anyMatch(policy.roles()::contains));
        return !writers.isEmpty() && (policy.isForEverybody() || policy.roles().containsAll(writers) || voidsAnother);
    }

    private Finding finding(Policy policy, Table table, Snapshot snapshot) {
        Set<String> writers = writers(policy, table, snapshot);
        Set<String> commands = writing(policy, table, snapshot)
                .filter(it -> policy.isForEverybody() || policy.roles().contains(it.grantee()) || it.isForEverybody())
                .map(Privilege::privilege)
                .collect(Collectors.toSet());
        OpenRows open = OpenRows.of(policy).withPrivileges(commands);
        boolean old = open == OpenRows.OLD;
        String command = policy.command().name().toLowerCase(Locale.ROOT);
        String whom = String.join(", ", policy.isForEverybody() ? writers : policy.roles());
        return finding(
                old ? Severity.WARNING : Severity.ADVICE,
                new Subject("policy", Identifier.quoted(policy.name()) + " on " + table.qualifiedName()),
                "policy \"" + policy.name() + "\" of table \"" + table.qualifiedName() + "\" lets "
                        + (policy.isForEverybody() && writers.contains("public") ? "everybody" : whom) + ' '
                        + open.verb(commands) + " any row",
                "It is a policy for " + (command.equals("all") ? "all commands" : command) + ", and its "
                        + (OpenRows.of(policy) == OpenRows.OLD ? "condition" : "check")
                        + " is true for each row. Who has the privilege: "
                        + String.join(", ", writers) + ".",
                Evidence.of("rows", Math.max(table.rows(), 0))
                        .and("command", command)
                        .and("roles", whom),
                (old
                                ? "They do so with rows of others as if there were no row security"
                                : "They put in rows in the name of others, or give theirs away")
                        + ", whatever the other permissive policies say.",
                remedy(policy, table));
    }

    private static Remedy remedy(Policy policy, Table table) {
        Sql alter = Sql.format("alter policy %I on %I", policy.name(), table.qualifiedName());
        List<String> options = new ArrayList<>();
        options.add(
                "Say whose rows they are: " + alter + (OpenRows.of(policy) == OpenRows.OLD ? " using" : " with check")
                        + " (owner = current_user), or whatever tells the rows apart.");
        if (policy.isForEverybody()) {
            options.add("If only some roles shall do so, name them: " + alter + " to ROLE.");
        }
        options.add("If all who have the privilege shall, accept the finding with that reason.");
        return new Remedy.Advice(
                options,
                Sql.format(
                        "select polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)"
                                + " from pg_policy where polrelid = %L::regclass",
                        table.qualifiedName()));
    }
}
