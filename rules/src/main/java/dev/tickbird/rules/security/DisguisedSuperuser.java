// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A role that is no superuser, but may do what makes one: run programs as the server's account, write its files,
/// or give itself a right to; or read every file, tables and keys among them.
public record DisguisedSuperuser() implements Rule {

    private static final int ROLES_ARE_BOUNDED = 16;

    @Override
    public Needs needs() {
        return Needs.facts(Role.class, Membership.class, Privilege.class).ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<Privilege> grants = snapshot.all(Privilege.class).stream()
                .filter(privilege -> WayOut.of(privilege).isPresent())
                .toList();
        Stream<Finding> roles = snapshot.all(Role.class).stream()
                .filter(role -> role.canLogin() && !role.superuser())
                .flatMap(role -> finding(role, grants, snapshot).stream());
        List<WayOut> open = grants.stream()
                .filter(Privilege::isForEverybody)
                .flatMap(privilege -> WayOut.of(privilege).stream())
                .distinct()
                .toList();
        return open.isEmpty() ? roles : Stream.concat(roles, Stream.of(everybody(open)));
    }

    private Optional<Finding> finding(Role role, List<Privilege> grants, Snapshot snapshot) {
        Set<String> reach = Reachable.of(role.name(), snapshot);
        List<WayOut> ways = new ArrayList<>(WayOut.ofGroups(reach));
        grants.stream()
                .filter(privilege -> reach.contains(privilege.grantee()))
                .flatMap(privilege -> WayOut.of(privilege).stream())
                .distinct()
                .forEach(ways::add);
        if (role.createsRoles() && snapshot.the(Server.class).major() < ROLES_ARE_BOUNDED) {
            ways.add(WayOut.BY_CREATING_ROLES);
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(finding(role.name(), ways));
    }

    private Finding finding(String role, List<WayOut> ways) {
        boolean writes = ways.stream().anyMatch(WayOut::writes);
        return finding(
                writes ? Severity.ADVICE : Severity.NOTE,
                new Subject("role", Identifier.quoted(role)),
                "role \"" + role + "\" " + (writes ? "is as good as a superuser" : "reads every file of the server"),
                ways);
    }

    private Finding everybody(List<WayOut> ways) {
        return finding(
                Severity.CRITICAL,
                new Subject("role", "public"),
                ways.stream().anyMatch(WayOut::writes)
                        ? "everybody is as good as a superuser"
                        : "everybody reads every file of the server",
                ways);
    }

    private Finding finding(Severity severity, Subject subject, String title, List<WayOut> ways) {
        return finding(
                severity,
                subject,
                title,
                ways.stream().map(WayOut::what).collect(Collectors.joining("; it ", "It ", ".")),
                Evidence.of("ways", ways.size()),
                ways.stream().anyMatch(WayOut::writes)
                        ? "Whoever is at the server's account can replace its files and its programs, read every table, and"
                                + " make himself a superuser."
                        : "Every table is in those files, and so are the hashes of passwords and the keys for TLS,"
                                + " whatever privileges say.",
                new Remedy.Advice(
                        "Take the right away where nobody uses it (\"revoke GROUP from ROLE\", \"revoke execute on function"
                                + " …\", \"revoke alter system on parameter …\", \"alter role … nocreaterole\").",
                        "Where a task needs it, have a role do it that does nothing else, and guard that one like a"
                                + " superuser."));
    }
}
