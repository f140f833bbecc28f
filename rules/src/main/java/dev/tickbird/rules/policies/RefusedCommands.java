// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.policies;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.security.Grants;
import dev.tickbird.rules.security.Rights;
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
                .forEach(privilege -> usersBy(privilege.grantee())
                        .forEach(user -> held.computeIfAbsent(user, name -> new TreeSet<>())
                                .add(privilege.privilege())));
    }

    /// Who may touch the table's rows and may use its schema, its owner left aside, with the commands.
    Map<String, Set<String>> users() {
        return held;
    }

    /// Who can make use of what is granted to somebody: he himself, or the members who get into the schema without him.
    private Stream<String> usersBy(String grantee) {
        if (Rights.of(grantee, snapshot).leadInto(table.schema(), snapshot)) {
            return Stream.of(grantee);
        }
        return snapshot.all(Role.class).stream()
                .filter(role ->
                        role.canLogin() && !role.superuser() && !role.name().equals(table.owner()))
                .filter(role -> {
                    Rights rights = Rights.of(role.name(), snapshot);
                    return (grantee.equals("public") || rights.include(grantee))
                            && rights.leadInto(table.schema(), snapshot);
                })
                .map(Role::name);
    }

    /// Such as `insert, update to app; delete to public`; empty if nothing is refused.
    String told() {
        return told(refused());
    }

    static String told(Map<String, String> refused) {
        return refused.entrySet().stream()
                .map(entry -> entry.getValue() + " to " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    /// To whom which commands are refused, such as `insert, update`.
    Map<String, String> refused() {
        Map<String, Set<String>> all = new TreeMap<>(held);
        if (table.forcedRowSecurity()) {
            all.put(table.owner(), Set.copyOf(COMMANDS));
        }
        Map<String, String> refused = new TreeMap<>();
        all.forEach((role, commands) -> {
            String told = refused(role, commands);
            if (!told.isEmpty()) {
                refused.put(role, told);
            }
        });
        return refused;
    }

    /// What no permissive policy allows a role, whether or not policies hold for it; empty if all is allowed.
    String notAllowed(String role) {
        return notAllowed(Rights.of(role, snapshot), Set.copyOf(COMMANDS));
    }

    private String refused(String role, Set<String> commands) {
        Rights rights = Rights.of(role, snapshot);
        boolean free = !table.forcedRowSecurity() && rights.include(table.owner()) || passesBy(role);
        return free ? "" : notAllowed(rights, commands);
    }

    private String notAllowed(Rights rights, Set<String> commands) {
        return COMMANDS.stream()
                .filter(command -> commands.contains(command) && !isAllowed(command, rights))
                .collect(Collectors.joining(", "));
    }

    private boolean isAllowed(String command, Rights rights) {
        return Relations.of(snapshot).of(table, Policy.class).stream()
                .filter(Policy::permissive)
                .filter(policy -> policy.command() == Policy.Command.ALL
                        || policy.command().name().toLowerCase(Locale.ROOT).equals(command))
                .anyMatch(policy ->
                        policy.isForEverybody() || policy.roles().stream().anyMatch(rights::include));
    }

    private boolean passesBy(String name) {
        return snapshot.all(Role.class).stream()
                .anyMatch(role -> role.name().equals(name) && (role.superuser() || role.bypassesRowSecurity()));
    }
}
