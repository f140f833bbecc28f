// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.roles.RolePassword;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A superuser who may log in from a large network, or from everywhere: the whole server for one password.
///
/// @param addresses how many may be those of administrators' own machines
public record RemoteSuperuser(long addresses) implements Rule {

    /// Methods that ask for the password that the server keeps.
    private static final Set<String> STORED = Set.of("scram-sha-256", "md5", "password");

    public RemoteSuperuser() {
        this(16);
    }

    @Override
    public Needs needs() {
        return Needs.facts(HbaLine.class, Role.class, Membership.class)
                .also(RolePassword.class)
                .settings("listen_addresses", "unix_socket_directories", "unix_socket_permissions")
                .ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Role.class).stream()
                .filter(role -> role.superuser() && role.canLogin())
                .flatMap(role -> finding(role, snapshot).stream());
    }

    private Optional<Finding> finding(Role role, Snapshot snapshot) {
        List<HbaLine> lines = snapshot.all(HbaLine.class).stream()
                .filter(line -> line.error() == null && Admitted.includes(line, role, snapshot))
                .filter(line -> isByPassword(line) && Reach.addresses(line) > addresses)
                .filter(line -> hasPassword(role, snapshot) || !STORED.contains(String.valueOf(line.method())))
                .filter(line -> reach(line, role, snapshot) == Reach.NETWORK)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(finding(role, lines, snapshot));
    }

    /// Who is believed on his word is another rule's affair, and a certificate cannot be guessed.
    private static boolean isByPassword(HbaLine line) {
        return switch (Strength.of(line)) {
            case READABLE_SECRET, PROOF -> !"cert".equals(line.method()) && !"trust".equals(line.method());
            case NOTHING, PROOF_AND_CERTIFICATE, REFUSAL -> false;
        };
    }

    /// Who has none, comes in by no line that asks for one of the server's; where it is not shown, he may have one.
    private static boolean hasPassword(Role role, Snapshot snapshot) {
        return !snapshot.observed().contains(RolePassword.class)
                || snapshot.all(RolePassword.class).stream().anyMatch(it -> it.oid() == role.oid());
    }

    /// How far the line reaches for him alone: a line before it may refuse superusers.
    private static Reach reach(HbaLine line, Role role, Snapshot snapshot) {
        HbaLine his = new HbaLine(
                line.rule(),
                line.file(),
                line.line(),
                line.type(),
                line.databases(),
                List.of(role.name()),
                line.address(),
                line.netmask(),
                line.method(),
                line.options(),
                null);
        return Reach.of(his, Reach.before(line, snapshot), snapshot);
    }

    private Finding finding(Role role, List<HbaLine> lines, Snapshot snapshot) {
        boolean open = lines.stream().anyMatch(line -> !Network.isPrivate(line));
        long most = lines.stream().mapToLong(Reach::addresses).max().orElseThrow();
        String first = new WrittenLine(lines.getFirst(), snapshot).place();
        return finding(
                open ? Severity.ADVICE : Severity.NOTE,
                new Subject("role", Identifier.quoted(role.name())),
                "superuser \"" + role.name() + "\" may log in from "
                        + (most >= 1L << 32 ? "everywhere" : Words.count(most, "address") + " of the network"),
                "By "
                        + lines.stream()
                                .map(line -> new WrittenLine(line, snapshot))
                                .map(it -> it.place() + ": " + it.text())
                                .collect(Collectors.joining("; "))
                        + ".",
                Evidence.of("addresses", most).and("lines", lines.size()),
                "One password that was guessed, stolen or used elsewhere gives whoever has it the whole server: a"
                        + " superuser reads files and runs programs.",
                new Remedy.Advice(
                        List.of(
                                "Put a line in front of " + first + " that refuses it, such as \"host all "
                                        + Identifier.quoted(role.name())
                                        + " all reject\", and run \"select pg_reload_conf()\". It then comes through"
                                        + " the socket of the host; where administrators need more, give their"
                                        + " addresses lines of their own before that one.",
                                "If an application logs in so, give it a role that is no superuser first."),
                        Sql.format("select line_number, type, database, user_name, address, auth_method"
                                + " from pg_hba_file_rules order by line_number")));
    }
}
