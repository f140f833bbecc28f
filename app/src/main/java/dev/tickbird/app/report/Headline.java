// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A whole run in one line: the first that anybody reads, and at 3 a.m. perhaps the only one.
public final class Headline {

    private Headline() {}

    /// Such as `database "shop" needs help now: 1 critical finding, 4 others`.
    public static String of(Report report) {
        Limits limits = Limits.of(report);
        StringBuilder headline = new StringBuilder("database \"")
                .append(report.snapshot().the(Server.class).database())
                .append("\" ");
        if (limits.sawNothing()) {
            return headline.append("could not be examined: ")
                    .append(limits.blindness())
                    .toString();
        }
        headline.append(found(report, limits));
        limits.leftOut().ifPresent(words -> headline.append("; ").append(words));
        limits.notAsked().ifPresent(words -> headline.append("; ").append(words));
        limits.blindOnes()
                .ifPresent(words -> headline.append("; ").append(words).append(" could not look"));
        return headline.toString();
    }

    public static long count(Report report, Severity severity) {
        return report.examination().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /// How long it took, to a tenth where that says something.
    static String took(Duration took) {
        return took.compareTo(Duration.ofSeconds(10)) < 0
                ? String.format(Locale.ROOT, "%.1f seconds", took.toMillis() / 1000.0)
                : Words.duration(took);
    }

    /// Says only as much as was looked at: that nothing worse is there needs every rule and every finding.
    private static String found(Report report, Limits limits) {
        List<Finding> findings = report.examination().findings();
        if (findings.isEmpty()) {
            return nothing(limits);
        }
        Severity worst = findings.getFirst().severity();
        long first = count(report, worst);
        long others = findings.size() - first;
        String fresh = limits.known() > 0 ? "new " : "";
        String tally = switch (worst) {
            case CRITICAL -> "needs help now: " + Words.count(first, fresh + "critical finding");
            case WARNING ->
                (limits.none() ? "is in no danger, but pays today: " : "pays today: ")
                        + Words.count(first, fresh + "warning");
            case ADVICE ->
                "can be made better: " + Words.count(first) + ' ' + fresh + (first == 1 ? "piece" : "pieces")
                        + " of advice";
            case NOTE ->
                (limits.none() ? "shows nothing wrong: " : "gives cause for ") + Words.count(first, fresh + "note");
        };
        return others == 0 ? tally : tally + ", " + Words.count(others, "other");
    }

    private static String nothing(Limits limits) {
        if (limits.none()) {
            return "shows nothing wrong: every rule looked";
        }
        if (limits.known() > 0) {
            return "shows nothing new since the baseline";
        }
        return limits.accepted() > 0 ? "shows nothing wrong beyond what is accepted" : "shows nothing wrong";
    }
}
