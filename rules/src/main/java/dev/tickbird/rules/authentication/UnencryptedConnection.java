// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.server.SslSession;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Connections that cross the network as they are: sessions that do so now, or lines that would let them in.
public record UnencryptedConnection() implements Rule {

    private static final Subject CONNECTIONS = new Subject("server", "connections");

    @Override
    public Needs needs() {
        return Needs.facts(SslSession.class, Server.class, EditionEvidence.class, Membership.class)
                .also(HbaLine.class)
                .settings("ssl", "listen_addresses");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<SslSession> plain = snapshot.all(SslSession.class).stream()
                .filter(session -> !session.own() && !session.ssl() && !session.gssEncrypted())
                .filter(session -> isRemote(session, snapshot))
                .toList();
        if (!plain.isEmpty()) {
            return Stream.of(finding(plain, snapshot));
        }
        List<HbaLine> lines = lines(snapshot);
        return lines.isEmpty() ? Stream.empty() : Stream.of(finding(snapshot, lines));
    }

    private static boolean isRemote(SslSession session, Snapshot snapshot) {
        String address = Objects.requireNonNullElse(session.clientAddress(), "");
        return !address.isEmpty()
                && !address.startsWith("127.")
                && !address.equals("::1")
                && !address.equals(snapshot.the(Server.class).address());
    }

    /// Those that let people in from the network who do not encrypt; none where the file is not shown.
    private static List<HbaLine> lines(Snapshot snapshot) {
        if (!snapshot.observed().contains(HbaLine.class)) {
            return List.of();
        }
        return snapshot.all(HbaLine.class).stream()
                .filter(line -> line.error() == null && Strength.of(line) != Strength.REFUSAL)
                .filter(line -> "host".equals(line.type()) || "hostnossl".equals(line.type()))
                .filter(line -> Reach.of(unencrypted(line), Reach.before(line, snapshot), snapshot) == Reach.NETWORK)
                .toList();
    }

    /// What it is for those who do not encrypt: a line before it may refuse just them.
    private static HbaLine unencrypted(HbaLine line) {
        return new HbaLine(
                line.rule(),
                line.file(),
                line.line(),
                "hostnossl",
                line.databases(),
                line.users(),
                line.address(),
                line.netmask(),
                line.method(),
                line.options(),
                null);
    }

    private Finding finding(List<SslSession> plain, Snapshot snapshot) {
        boolean outside =
                plain.stream().anyMatch(it -> !Network.isPrivate(Objects.requireNonNullElse(it.clientAddress(), "")));
        return finding(
                outside ? Severity.WARNING : Severity.ADVICE,
                CONNECTIONS,
                Words.count(plain.size(), "session") + (plain.size() == 1 ? " crosses" : " cross")
                        + " the network without encryption",
                "They are: "
                        + Words.some(
                                plain.stream()
                                        .map(it -> Objects.requireNonNullElse(it.role(), "a role") + " from "
                                                + it.clientAddress())
                                        .distinct()
                                        .sorted()
                                        .toList(),
                                5)
                        + ". " + tls(snapshot),
                Evidence.of("sessions", plain.size()),
                "Whoever listens on the way reads every query and every row, and can change them.",
                remedy(snapshot));
    }

    private Finding finding(Snapshot snapshot, List<HbaLine> lines) {
        boolean outside = lines.stream().anyMatch(line -> !Network.isPrivate(line));
        return finding(
                outside ? Severity.ADVICE : Severity.NOTE,
                CONNECTIONS,
                "connections from the network need no encryption",
                "They come by "
                        + Words.some(
                                lines.stream()
                                        .map(line -> new WrittenLine(line, snapshot))
                                        .map(it -> it.place() + " (" + it.text() + ")")
                                        .toList(),
                                5)
                        + ". " + tls(snapshot),
                Evidence.of("lines", lines.size()),
                "Whoever listens on the way reads every query and every row of those who do not encrypt by themselves.",
                remedy(snapshot));
    }

    private static boolean isOn(Snapshot snapshot) {
        return Settings.of(snapshot).value("ssl").filter("on"::equals).isPresent();
    }

    private static String tls(Snapshot snapshot) {
        return isOn(snapshot)
                ? "The server speaks TLS, but does not insist on it."
                : "The server does not speak TLS (ssl is off).";
    }

    private static Remedy remedy(Snapshot snapshot) {
        List<String> steps = new ArrayList<>();
        Edition edition = Edition.of(snapshot);
        if (!isOn(snapshot)) {
            steps.add(
                    "Give the server a certificate (ssl_cert_file, ssl_key_file) and turn ssl on; a reload is enough.");
        }
        steps.add("Have the clients encrypt: sslmode=verify-full where they can check the certificate, else"
                + " sslmode=require.");
        steps.add(
                edition.managed()
                        ? "When pg_stat_ssl shows no other, have the service insist: " + insisting(edition) + "."
                        : "When pg_stat_ssl shows no other, replace host by hostssl in these lines and run \"select"
                                + " pg_reload_conf()\".");
        return Remedy.Advice.inOrder(
                steps,
                Sql.format(
                        "select usename, client_addr, ssl, version from pg_stat_ssl join pg_stat_activity using (pid)"
                                + " where client_addr is not null order by ssl, usename"));
    }

    private static String insisting(Edition edition) {
        return switch (edition) {
            case RDS, AURORA -> "rds.force_ssl = 1 in " + edition.placeOfSettings();
            case AZURE -> "require_secure_transport = on in " + edition.placeOfSettings();
            case CLOUD_SQL -> "the instance's SSL mode \"Allow only SSL connections\"";
            default -> "look for it in " + edition.placeOfSettings();
        };
    }
}
