// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A line of `pg_hba.conf` that lets people in on their word, or on a secret that others can read.
public record TrustAuthentication() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(HbaLine.class, Role.class, Membership.class, Database.class)
                .settings("listen_addresses", "unix_socket_directories", "unix_socket_permissions")
                .ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(HbaLine.class).stream()
                .filter(line -> line.error() == null) // nobody comes by it
                .flatMap(line -> finding(line, Reach.of(line, snapshot), snapshot).stream());
    }

    private Optional<Finding> finding(HbaLine line, Reach reach, Snapshot snapshot) {
        return WeakMethod.of(line, reach, Admitted.superusers(line, snapshot))
                .map(weak -> finding(line, weak, listening(line, reach, snapshot), snapshot));
    }

    /// Why others than its host cannot use a line yet that is for them; empty where they can, or where it is not.
    private static String listening(HbaLine line, Reach reach, Snapshot snapshot) {
        return reach != Reach.HOST || Reach.isForHost(line)
                ? ""
                : ". The server listens on "
                        + Settings.of(snapshot).value("listen_addresses").orElse("") + " alone, so only its host can"
                        + " use the line; once it listens on more, everybody at " + Reach.written(line) + " can";
    }

    private Finding finding(HbaLine line, WeakMethod weak, String listening, Snapshot snapshot) {
        Optional<Missing> missing = Missing.of(line, snapshot);
        WrittenLine written = new WrittenLine(line, snapshot);
        return finding(
                missing.isPresent() ? Severity.NOTE : weak.severity(),
                written.subject(),
                written.place() + " " + weak.title(),
                missing.map(it -> "There is no " + it.what() + ", so nobody can come by it yet; but whoever makes one"
                                        + " opens the line. ")
                                .orElse("")
                        + "The line is: " + written.text() + listening,
                Evidence.of("addresses", Reach.addresses(line))
                        .and("method", Objects.requireNonNullElse(line.method(), ""))
                        .and("line", line.line()),
                weak.impact(),
                new Remedy.Advice(
                        List.of(
                                weak.cure() + " Then run \"select pg_reload_conf()\".",
                                "If nobody needs the line, remove it and reload."),
                        Sql.format("select line_number, type, database, user_name, address, auth_method"
                                + " from pg_hba_file_rules order by line_number")));
    }
}
