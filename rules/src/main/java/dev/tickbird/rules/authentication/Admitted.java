// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.HbaLine;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Which roles a line of `pg_hba.conf` is for, as far as its own words say: by name, as members of a group, or
/// by a pattern.
final class Admitted {

    private Admitted() {}

    /// The superusers among them, by name.
    static List<String> superusers(HbaLine line, Snapshot snapshot) {
        return snapshot.all(Role.class).stream()
                .filter(role -> role.superuser() && role.canLogin() && includes(line, role, snapshot))
                .map(Role::name)
                .toList();
    }

    static boolean includes(HbaLine line, Role role, Snapshot snapshot) {
        Set<String> groups = Groups.of(role.name(), snapshot);
        return line.users().stream()
                .anyMatch(user -> user.equals("all")
                        || user.equals(role.name())
                        || (user.startsWith("+") && groups.contains(user.substring(1)))
                        || (user.startsWith("/") && fits(user.substring(1), role.name())));
    }

    /// PostgreSQL's patterns are hardly ever others than Java's; one that is, fits nobody here.
    private static boolean fits(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
