// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.HbaLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a line of `pg_hba.conf` names and the server does not have, so that nobody can come by the line yet.
///
/// @param what such as `role "reporting" that may log in`
record Missing(String what) {

    private static final Set<String> WORDS = Set.of("all", "replication", "sameuser", "samerole", "samegroup");

    /// Empty if the line names a role and a database that exist, or may do so: a pattern or a file.
    static Optional<Missing> of(HbaLine line, Snapshot snapshot) {
        if (line.users().stream().noneMatch(user -> mayBe(user, snapshot))) {
            return Optional.of(new Missing("role " + quoted(line.users()) + " that may log in"));
        }
        if (line.databases().stream().noneMatch(database -> mayBeDatabase(database, snapshot))) {
            return Optional.of(new Missing("database " + quoted(line.databases()) + " that may be connected to"));
        }
        return Optional.empty();
    }

    private static boolean mayBe(String user, Snapshot snapshot) {
        return user.equals("all")
                || isPatternOrFile(user)
                || snapshot.all(Role.class).stream()
                        .anyMatch(
                                role -> user.equals("+" + role.name()) || role.canLogin() && user.equals(role.name()));
    }

    private static boolean mayBeDatabase(String database, Snapshot snapshot) {
        return WORDS.contains(database)
                || isPatternOrFile(database)
                || snapshot.all(Database.class).stream()
                        .anyMatch(it -> it.allowsConnections() && database.equals(it.name()));
    }

    private static boolean isPatternOrFile(String name) {
        return name.startsWith("/") || name.startsWith("@");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(" or "));
    }
}
