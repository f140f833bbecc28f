// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.schema.Schema;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Whose rights a role has without asking: its own, and those of the roles it is a member of and inherits from. The
/// owner of the database is a member of `pg_database_owner`, which no membership says.
///
/// @param roles their names; that of everybody, `public`, is left out
public record Rights(Set<String> roles) {

    private static final String DATABASE_OWNER = "pg_database_owner";

    public Rights {
        roles = Set.copyOf(roles);
    }

    public static Rights of(String role, Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        Set<String> rights = new HashSet<>(Set.of(role));
        Deque<String> next = new ArrayDeque<>(rights);
        while (!next.isEmpty()) {
            String member = next.remove();
            snapshot.all(Membership.class).stream()
                    .filter(membership -> membership.member().equals(member) && membership.inherits())
                    .map(Membership::role)
                    .filter(rights::add)
                    .forEach(next::add);
            boolean owns = snapshot.all(Database.class).stream()
                    .anyMatch(it -> it.name().equals(database) && it.owner().equals(member));
            if (owns && rights.add(DATABASE_OWNER)) {
                next.add(DATABASE_OWNER);
            }
        }
        return new Rights(rights);
    }

    public boolean include(String role) {
        return roles.contains(role);
    }

    /// Whether they lead into a schema: nothing in it can be used by who may not use it.
    public boolean leadInto(String schema, Snapshot snapshot) {
        return snapshot.all(Schema.class).stream()
                .filter(it -> it.name().equals(schema))
                .anyMatch(it -> include(it.owner())
                        || Grants.on(it.oid(), snapshot)
                                .filter(privilege -> privilege.kind() == Privilege.Kind.SCHEMA)
                                .filter(privilege -> privilege.privilege().equals("usage"))
                                .anyMatch(privilege -> privilege.isForEverybody() || include(privilege.grantee())));
    }
}
