// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.SettingOverride;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An API for strangers, such as PostgREST: it logs in as one role and becomes another for each request, which must not
/// log in itself. Without such roles there is no API, and both sets are empty.
///
/// @param rights of the strangers: the roles that it becomes for people whom nobody has checked, or who have signed up
/// without being asked
/// @param schemas those that it serves: what its settings name, or else what strangers have been granted usage on
public record Api(Map<String, Rights> rights, Set<String> schemas) {

    private static final Set<String> USUAL = Set.of("anon", "authenticated", "web_anon");

    /// What platforms put beside the user's schemas, and serve in other ways, or guard themselves.
    private static final Set<String> PLATFORM = Set.of(
            "auth",
            "cron",
            "extensions",
            "graphql",
            "graphql_public",
            "net",
            "pgbouncer",
            "pgsodium",
            "realtime",
            "storage",
            "supabase_functions",
            "supabase_migrations",
            "vault");

    public Api {
        rights = Map.copyOf(rights);
        schemas = Set.copyOf(schemas);
    }

    /// Of facts about roles, memberships, schemas, privileges and setting overrides.
    public static Api of(Snapshot snapshot) {
        return snapshot.view(Api.class, Api::in);
    }

    public Set<String> strangers() {
        return rights.keySet();
    }

    /// Whom nobody has checked.
    public Set<String> anonymous() {
        return strangers().stream()
                .filter(role -> !role.equals("authenticated"))
                .collect(Collectors.toSet());
    }

    /// The strangers, in order, to whom an object of a served schema is granted so, by themselves or by their groups.
    public Set<String> holders(long oid, String schema, Predicate<Privilege> privilege, Snapshot snapshot) {
        Set<String> holders = new TreeSet<>();
        if (schemas.contains(schema)) {
            rights.forEach((stranger, his) -> {
                boolean held = Grants.on(oid, snapshot)
                        .filter(privilege)
                        .anyMatch(it -> it.isForEverybody() || his.include(it.grantee()));
                if (held && his.leadInto(schema, snapshot)) {
                    holders.add(stranger);
                }
            });
        }
        return holders;
    }

    private static Api in(Snapshot snapshot) {
        Set<String> logins = snapshot.all(Role.class).stream()
                .filter(role -> role.canLogin() && !role.superuser())
                .map(Role::name)
                .collect(Collectors.toSet());
        Set<String> become = snapshot.all(Membership.class).stream()
                .filter(it -> logins.contains(it.member()) && it.sets() && !it.inherits())
                .map(Membership::role)
                .collect(Collectors.toSet());
        Set<String> names = new HashSet<>(USUAL);
        configured("pgrst.db_anon_role", snapshot).forEach(names::add);
        Map<String, Rights> rights = snapshot.all(Role.class).stream()
                .filter(role -> names.contains(role.name()) && become.contains(role.name()))
                .filter(role -> !role.canLogin() && !role.superuser() && !role.bypassesRowSecurity())
                .collect(Collectors.toMap(Role::name, role -> Rights.of(role.name(), snapshot)));
        return new Api(rights, rights.isEmpty() ? Set.of() : served(rights.keySet(), snapshot));
    }

    private static Set<String> served(Set<String> strangers, Snapshot snapshot) {
        Set<String> named = configured("pgrst.db_schemas", snapshot).collect(Collectors.toSet());
        if (!named.isEmpty()) {
            return named;
        }
        return snapshot.all(Schema.class).stream()
                .filter(schema -> !PLATFORM.contains(schema.name()))
                .filter(schema -> Grants.on(schema.oid(), snapshot)
                        .filter(it -> it.kind() == Privilege.Kind.SCHEMA)
                        .anyMatch(it -> strangers.contains(it.grantee())))
                .map(Schema::name)
                .collect(Collectors.toSet());
    }

    /// The names in a setting that the API reads from the database.
    private static Stream<String> configured(String setting, Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        return snapshot.all(SettingOverride.class).stream()
                .filter(it -> it.name().equals(setting))
                .filter(it -> it.database() == null || database.equals(it.database()))
                .flatMap(it -> Stream.of(it.value().split(",")))
                .map(name -> name.strip().replace("\"", ""))
                .filter(name -> !name.isEmpty());
    }
}
