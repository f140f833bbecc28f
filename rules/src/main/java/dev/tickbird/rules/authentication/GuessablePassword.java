// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.roles.RolePassword;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A role whose password is its own name, the first one that anybody tries.
public record GuessablePassword() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(RolePassword.class, Role.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Set<String> superusers = snapshot.all(Role.class).stream()
                .filter(Role::superuser)
                .map(Role::name)
                .collect(Collectors.toSet());
        return snapshot.all(RolePassword.class).stream()
                .filter(password -> Boolean.TRUE.equals(password.equalsName()))
                .map(password -> finding(password.role(), superusers.contains(password.role())));
    }

    private Finding finding(String role, boolean superuser) {
        String quoted = Identifier.quoted(role);
        return finding(
                superuser ? Severity.CRITICAL : Severity.WARNING,
                new Subject("role", quoted),
                "password of " + (superuser ? "superuser" : "role") + " \"" + role + "\" is its name",
                "The stored password was compared with the role's name on the server; nothing else was tried.",
                Evidence.of("superuser", superuser),
                "It is the first password that anybody tries, and whoever reaches the server is in"
                        + (superuser ? ", with every right there is." : "."),
                Remedy.Advice.inOrder(
                        List.of(
                                "Give it another with \"\\password " + quoted + "\" in psql, a long random one, and its"
                                        + " clients the same in a passfile or in what keeps their secrets.",
                                "Look in the log for logins that nobody can explain."),
                        null));
    }
}
