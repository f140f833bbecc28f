// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of `pg_hba.conf` that no connection can ever match: for TLS while TLS is off, for a name that there is not.
public record UnmatchableHbaLine() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(HbaLine.class, Role.class, Database.class)
                .also(Setting.class)
                .ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(HbaLine.class).stream()
                .filter(line -> line.type() != null) // others could not be read
                .flatMap(line -> finding(line, snapshot).stream());
    }

    /// Who is let in on his word by such a line, once somebody makes the role, is in greater danger.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("trust-authentication");
    }

    private Optional<Finding> finding(HbaLine line, Snapshot snapshot) {
        if (line.error() != null) {
            return Optional.of(finding(
                    line,
                    Severity.ADVICE,
                    "PostgreSQL says of it: " + line.error() + ".",
                    line.error().contains("SSL is disabled")
                            ? "If it is to count, give the server a certificate and turn ssl on; a reload is enough."
                            : "If it is to count, use a server that was built for it.",
                    snapshot));
        }
        return Missing.of(line, snapshot).map(missing -> missing(line, missing, snapshot));
    }

    private Finding missing(HbaLine line, Missing missing, Snapshot snapshot) {
        List<String> meant = meant(line, snapshot);
        return finding(
                line,
                meant.isEmpty() ? Severity.NOTE : Severity.ADVICE,
                "There is no " + missing.what() + "."
                        + (meant.isEmpty()
                                ? ""
                                : " There is "
                                        + meant.stream()
                                                .map(it -> '"' + it + '"')
                                                .collect(Collectors.joining(", "))
                                        + "; in this file upper and lower case are never the same."),
                meant.isEmpty()
                        ? "If they are still to come, leave it, and look at it again when they are there."
                        : "Write the name as the server has it: " + String.join(", ", meant)
                                + ". Then run \"select pg_reload_conf()\".",
                snapshot);
    }

    /// What differs from the line's words only in upper and lower case.
    private static List<String> meant(HbaLine line, Snapshot snapshot) {
        Stream<String> roles = snapshot.all(Role.class).stream()
                .filter(role -> role.canLogin() && line.users().stream().anyMatch(it -> isMeant(role.name(), it)))
                .map(Role::name);
        Stream<String> databases = snapshot.all(Database.class).stream()
                .filter(it ->
                        it.allowsConnections() && line.databases().stream().anyMatch(word -> isMeant(it.name(), word)))
                .map(Database::name);
        return Stream.concat(roles, databases).distinct().toList();
    }

    private static boolean isMeant(String name, String word) {
        return name.equalsIgnoreCase(word) && !name.equals(word);
    }

    private Finding finding(HbaLine line, Severity severity, String detail, String cure, Snapshot snapshot) {
        WrittenLine written = new WrittenLine(line, snapshot);
        boolean refuses = Strength.of(line) == Strength.REFUSAL;
        return finding(
                refuses && severity != Severity.NOTE ? Severity.WARNING : severity,
                written.subject(),
                written.place() + " matches no connection",
                detail + " The line is: " + written.text() + ".",
                Evidence.of("line", line.line()),
                refuses
                        ? "Those whom it is to keep out are left to the lines behind it."
                        : "Those whom it is for are left to the lines behind it, which let them in otherwise, or not at"
                                + " all.",
                new Remedy.Advice(
                        List.of(cure, "If nobody needs the line, remove it and reload."),
                        Sql.format("select line_number, type, database, user_name, address, auth_method, error"
                                + " from pg_hba_file_rules order by line_number")));
    }
}
