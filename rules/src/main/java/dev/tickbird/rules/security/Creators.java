// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who may put objects into a schema though a function need not trust him.
///
/// The function's owner has its rights already, and so has whoever may become its owner or is a superuser. The schema's
/// owner, and who may become him, can exchange what the function finds there by any name, qualified or not.
final class Creators {

    private Creators() {}

    /// Empty if the schema is safe to look into; `public` is everybody.
    static List<String> notTrusted(String schema, String owner, Snapshot snapshot) {
        return snapshot.all(Schema.class).stream()
                .filter(it -> it.name().equals(schema))
                .flatMap(it -> notTrusted(it, trusted(owner, it.owner(), snapshot), snapshot).stream())
                .toList();
    }

    private static List<String> notTrusted(Schema schema, Set<String> trusted, Snapshot snapshot) {
        return Grants.on(schema.oid(), snapshot)
                .filter(privilege -> privilege.kind() == Privilege.Kind.SCHEMA)
                .filter(privilege -> privilege.privilege().equals("create"))
                .map(Privilege::grantee)
                .filter(grantee -> !trusted.contains(grantee))
                .distinct()
                .toList();
    }

    private static Set<String> trusted(String owner, String schemaOwner, Snapshot snapshot) {
        Set<String> trusted = new HashSet<>(Set.of(owner));
        trusted.add(schemaOwner);
        snapshot.all(Role.class).stream()
                .filter(Role::superuser)
                .map(Role::name)
                .forEach(trusted::add);
        List<Membership> memberships = snapshot.all(Membership.class);
        boolean grown = true;
        while (grown) { // members of members, too
            grown = trusted.addAll(memberships.stream()
                    .filter(it -> (it.sets() || it.inherits()) && trusted.contains(it.role()))
                    .map(Membership::member)
                    .toList());
        }
        return trusted;
    }
}
