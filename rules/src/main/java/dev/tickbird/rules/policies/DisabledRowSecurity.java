// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table with policies that nobody applies, because its row security is off.
public record DisabledRowSecurity() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class, Policy.class, Privilege.class, Role.class, Membership.class, Schema.class, Database.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> !table.rowSecurity())
                .filter(table -> !relations.of(table, Policy.class).isEmpty())
                .map(table -> finding(table, relations.of(table, Policy.class), snapshot));
    }

    private Finding finding(Table table, List<Policy> policies, Snapshot snapshot) {
        RefusedCommands commands = new RefusedCommands(table, snapshot);
        Map<String, Set<String>> users = commands.users();
        String refused = commands.told();
        String names = policies.stream().map(Policy::name).collect(Collectors.joining(", "));
        return finding(
                users.isEmpty() ? Severity.WARNING : Severity.CRITICAL,
                Subject.table(table.qualifiedName()),
                "table \"" + table.qualifiedName() + "\" has policies, but its row security is off",
                "Nothing applies its policies (" + names + "). Who gets at its rows, beside its owner: " + told(users)
                        + "."
                        + (refused.isEmpty()
                                ? ""
                                : " Once row security is on, this is refused, for no permissive policy allows it: "
                                        + refused + ".")
                        + (table.forcedRowSecurity()
                                ? ""
                                : " The owner " + table.owner() + " stays free of policies unless they are forced."),
                Evidence.of("users", users.size())
                        .and("policies", policies.size())
                        .and("refused", refused.isEmpty() ? "nothing" : refused),
                users.isEmpty()
                        ? "Whoever is granted a privilege on it will see and change every row."
                        : "They " + deeds(users) + " any row, also those that the policies should keep from them.",
                remedy(table, refused));
    }

    /// Such as `everybody (select), app (insert, update)`.
    private static String told(Map<String, Set<String>> users) {
        return users.isEmpty()
                ? "nobody"
                : users.entrySet().stream()
                        .map(it -> (it.getKey().equals("public") ? "everybody" : it.getKey()) + " ("
                                + String.join(", ", it.getValue()) + ")")
                        .collect(Collectors.joining(", "));
    }

    /// Such as `see, change or delete`.
    private static String deeds(Map<String, Set<String>> users) {
        List<String> verbs = Stream.of("select", "insert", "update", "delete")
                .filter(command -> users.values().stream().anyMatch(commands -> commands.contains(command)))
                .map(command -> switch (command) {
                    case "select" -> "see";
                    case "insert" -> "add";
                    case "update" -> "change";
                    default -> "delete";
                })
                .toList();
        int last = verbs.size() - 1;
        return last == 0 ? verbs.getFirst() : String.join(", ", verbs.subList(0, last)) + " or " + verbs.get(last);
    }

    private static Remedy remedy(Table table, String refused) {
        Sql enable = Sql.format("alter table %I enable row level security", table.qualifiedName());
        return refused.isEmpty()
                ? new Remedy.Statement(
                        List.of(Step.inTransaction(enable)),
                        List.of(Step.inTransaction(
                                Sql.format("alter table %I disable row level security", table.qualifiedName()))),
                        Impact.locking(table.qualifiedName(), LockMode.ACCESS_EXCLUSIVE),
                        null)
                : new Remedy.Advice(
                        "First write permissive policies for what is allowed today and would be refused: " + refused
                                + ". Then run \"" + enable + "\".",
                        "If it shall be refused, revoke the privilege first: whoever still tries it then gets an error,"
                                + " not an empty answer.");
    }
}
