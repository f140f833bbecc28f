// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A whole run in one line: the first that anybody reads, and at 3 a.m. perhaps the only one.
public final class Verdict {

    private Verdict() {}

    /// Such as `database "shop" needs help now: 1 critical finding, 4 others`.
    public static String of(Report report) {
        String database = report.snapshot().the(Server.class).database();
        return "database \"" + database + "\" " + found(report)
                + unseen(report.examination().examined());
    }

    public static long count(Report report, Severity severity) {
        return report.examination().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    public static long notExamined(Report report) {
        return report.examination().examined().stream()
                .filter(examined -> examined.state() == Examined.State.NOT_EXAMINED)
                .count();
    }

    /// How long it took, to a tenth where that says something.
    static String took(Duration took) {
        return took.compareTo(Duration.ofSeconds(10)) < 0
                ? String.format(Locale.ROOT, "%.1f seconds", took.toMillis() / 1000.0)
                : Words.duration(took);
    }

    private static String found(Report report) {
        List<Finding> findings = report.examination().findings();
        if (findings.isEmpty()) {
            return notExamined(report) > 0 ? "shows nothing wrong" : "shows nothing wrong: every rule looked";
        }
        Severity worst = findings.getFirst().severity();
        long first = count(report, worst);
        long others = findings.size() - first;
        String tally = switch (worst) {
            case CRITICAL -> "needs help now: " + Words.count(first, "critical finding");
            case WARNING -> "is in no danger, but pays today: " + Words.count(first, "warning");
            case ADVICE ->
                "can be made better: " + (first == 1 ? "1 piece" : Words.count(first) + " pieces") + " of advice";
            case NOTE -> "shows nothing wrong: " + Words.count(first, "note");
        };
        return others == 0 ? tally : tally + ", " + Words.count(others, "other");
    }

    private static String unseen(List<Examined> examined) {
        long blind = examined.stream()
                .filter(it -> it.state() == Examined.State.NOT_EXAMINED)
                .count();
        return blind == 0 ? "" : "; " + blind + " of " + Words.count(examined.size(), "rule") + " could not look";
    }
}
