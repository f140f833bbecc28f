// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a reader must know before anything else: which database, how it is, how many findings of each severity.
final class Masthead {

    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Report report;

    Masthead(Report report) {
        this.report = report;
    }

    /// The database's name, or the target's where there is none.
    static String database(Report report) {
        return server(report).map(Server::database).orElse(report.target());
    }

    void write(Html html) {
        html.start("header", "class", "masthead");
        html.start("div", "class", "top");
        html.leaf("p", "Tickbird", "class", "brand");
        html.leaf("button", "Dark colours", "type", "button", "id", "theme", "class", "control");
        html.end();
        html.start("h1");
        html.leaf("span", "Database ", "class", "kind");
        html.leaf("span", database(report), "class", "name");
        html.end();
        Opening opening = Opening.of(report);
        html.leaf("p", opening.first(), "class", "verdict");
        if (!opening.rest().isEmpty()) {
            html.leaf("p", opening.rest(), "class", "rest");
        }
        tally(html);
        facts(html);
        html.end();
    }

    private void tally(Html html) {
        html.start("div", "class", "tally", "role", "group", "aria-label", "show findings by severity");
        for (Severity severity : Severity.values()) {
            long count = report.examination().findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            html.start(
                    "button",
                    "type",
                    "button",
                    "class",
                    "severity-" + severity,
                    "data-show",
                    severity.toString(),
                    "aria-pressed",
                    "false");
            Mark.of(severity).draw(html);
            html.leaf("b", Words.count(count));
            html.leaf("span", severity.toString());
            html.end();
        }
        html.end();
    }

    private void facts(Html html) {
        html.start("dl", "class", "facts");
        server(report).ifPresent(server -> {
            fact("server", "PostgreSQL " + server.version().replaceFirst(" \\(.*", ""), html);
        });
        fact("edition", report.edition(), html);
        fact("target", report.target(), html);
        fact("examined", WHEN.format(report.snapshot().takenAt()), html);
        fact("took", took(report.took()), html);
        server(report).ifPresent(server -> {
            fact("as role", server.role() + rights(server), html);
            fact("counting for", Words.duration(server.statisticsAge()), html);
        });
        html.end();
    }

    private static String rights(Server server) {
        return server.superuser() ? " (superuser)" : server.monitor() ? " (pg_monitor)" : "";
    }

    private static String took(Duration took) {
        return took.toSeconds() < 60
                ? String.format(Locale.ROOT, "%.1f seconds", took.toMillis() / 1000.0)
                : Words.duration(took);
    }

    private static void fact(String name, String value, Html html) {
        html.start("div");
        html.leaf("dt", name);
        html.leaf("dd", value);
        html.end();
    }

    private static Optional<Server> server(Report report) {
        List<Server> servers = report.snapshot().observed().contains(Server.class)
                ? report.snapshot().all(Server.class)
                : List.of();
        return servers.stream().findFirst();
    }
}
