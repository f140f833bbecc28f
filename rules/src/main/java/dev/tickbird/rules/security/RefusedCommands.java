// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What roles may do with a table's rows today, and what of it will be refused once its row security is on: whatever no
/// permissive policy for them, or for a role whose rights they have, allows.
final class RefusedCommands {

    private static final List<String> COMMANDS = List.of("select", "insert", "update", "delete");

    private final Table table;
    private final Snapshot snapshot;
    private final Map<String, Set<String>> held = new TreeMap<>();

    RefusedCommands(Table table, Snapshot snapshot) {
        this.table = table;
        this.snapshot = snapshot;
        Grants.on(table.oid(), snapshot)
                .filter(privilege ->
                        privilege.kind() == Privilege.Kind.TABLE || privilege.kind() == Privilege.Kind.COLUMN)
                .filter(privilege -> COMMANDS.contains(privilege.privilege()))
                .forEach(privilege -> held.computeIfAbsent(privilege.grantee(), grantee -> new TreeSet<>())
                        .add(privilege.privilege()));
    }

    /// Who may touch the table's rows, its owner left aside.
    Set<String> users() {
        return held.keySet();
    }

    /// Such as `insert, update to app; delete to public`; empty if nothing is refused.
    String told() {
        Map<String, Set<String>> all = new TreeMap<>(held);
        if (table.forcedRowSecurity()) {
            all.put(table.owner(), Set.copyOf(COMMANDS));
        }
        return all.entrySet().stream()
                .flatMap(entry -> refused(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private Stream<String> refused(String role, Set<String> commands) {
        Set<String> rights = rights(role);
        boolean free = !table.forcedRowSecurity() && rights.contains(table.owner()) || passesBy(role);
        String refused = COMMANDS.stream()
                .filter(command -> commands.contains(command) && !isAllowed(command, rights))
                .collect(Collectors.joining(", "));
        return free || refused.isEmpty() ? Stream.empty() : Stream.of(refused + " to " + role);
    }

    private boolean isAllowed(String command, Set<String> rights) {
        return Relations.of(snapshot).of(table, Policy.class).stream()
                .filter(Policy::permissive)
                .filter(policy -> policy.command() == Policy.Command.ALL
                        || policy.command().name().toLowerCase(Locale.ROOT).equals(command))
                .anyMatch(policy ->
                        policy.isForEverybody() || policy.roles().stream().anyMatch(rights::contains));
    }

    private boolean passesBy(String name) {
        return snapshot.all(Role.class).stream()
                .anyMatch(role -> role.name().equals(name) && (role.superuser() || role.bypassesRowSecurity()));
    }

    /// The role, and those whose rights it has without asking.
    private Set<String> rights(String role) {
        Set<String> rights = new HashSet<>(Set.of(role));
        Deque<String> next = new ArrayDeque<>(rights);
        while (!next.isEmpty()) {
            String member = next.remove();
            snapshot.all(Membership.class).stream()
                    .filter(membership -> membership.member().equals(member) && membership.inherits())
                    .map(Membership::role)
                    .filter(rights::add)
                    .forEach(next::add);
        }
        return rights;
    }
}
