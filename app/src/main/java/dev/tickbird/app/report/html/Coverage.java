// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.Unseen;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Words;
import java.util.List;

/// What was looked at and what was not: silence is never blindness.
final class Coverage {

    private final Report report;
    private final Examination examination;

    Coverage(Report report) {
        this.report = report;
        this.examination = report.examination();
    }

    void write(Html html) {
        html.start("section", "id", "coverage", "aria-labelledby", "coverage-heading");
        html.leaf("h2", "What was examined", "id", "coverage-heading");
        html.leaf("p", summary());
        notExamined(html);
        gaps(html);
        rejected(html);
        suppressed(html);
        remarks(html);
        clean(html);
        html.end();
    }

    private String summary() {
        int all = examination.examined().size();
        return Words.count(all, "rule") + ": "
                + Words.count(in(Examined.State.FINDING).size())
                + " found something, " + Words.count(in(Examined.State.CLEAN).size()) + " looked and found nothing, "
                + Words.count(in(Examined.State.NOT_EXAMINED).size()) + " could not see enough to judge.";
    }

    private void notExamined(Html html) {
        if (in(Examined.State.NOT_EXAMINED).isEmpty()) {
            html.leaf("p", "No rule was left without what it needs.");
        }
        unseen("Not examined", "why", "rules", Unseen.rules(examination.examined(), Examined.State.NOT_EXAMINED), html);
        unseen(
                "Examined only in part",
                "what could not be seen",
                "rules with findings all the same",
                Unseen.rules(examination.examined(), Examined.State.FINDING),
                html);
    }

    private void gaps(Html html) {
        unseen(
                "What could not be read, and what would help",
                "what would help",
                "what could not be read",
                Unseen.gaps(report.gaps()),
                html);
    }

    private static void unseen(String heading, String left, String right, List<Unseen> all, Html html) {
        if (all.isEmpty()) {
            return;
        }
        html.leaf("h3", heading);
        start(heading, left, right, html);
        all.forEach(each -> row(each.reason(), String.join("; ", each.what()), html));
        end(html);
    }

    private void suppressed(Html html) {
        if (examination.known() > 0) {
            html.leaf("h3", "Known already");
            html.leaf(
                    "p",
                    Words.count(examination.known(), "finding") + " of the baseline "
                            + (examination.known() == 1 ? "is" : "are") + " still there and not repeated here.");
        }
        if (examination.suppressed().isEmpty()) {
            return;
        }
        html.leaf("h3", "Accepted by you");
        if (examination.suppressed().size() > Findings.AS_LINES) {
            html.leaf(
                    "p",
                    "The first " + Findings.AS_LINES + " of "
                            + Words.count(examination.suppressed().size()) + ":");
        }
        start("Suppressed findings", "finding", "reason", html);
        examination.suppressed().stream()
                .limit(Findings.AS_LINES)
                .forEach(each -> row(each.finding().title(), reason(each), html));
        end(html);
    }

    private static String reason(Examination.Suppressed accepted) {
        return accepted.until() == null ? accepted.reason() : accepted.reason() + " (until " + accepted.until() + ")";
    }

    private void rejected(Html html) {
        if (examination.rejected().isEmpty()) {
            return;
        }
        html.leaf("h3", "Considered and rejected");
        start("Remedies that were tried and failed", "finding", "what went wrong", html);
        examination.rejected().stream()
                .limit(Findings.AS_LINES)
                .forEach(each -> row(each.finding().title(), each.reason(), html));
        end(html);
    }

    private void remarks(Html html) {
        if (examination.remarks().isEmpty()) {
            return;
        }
        html.leaf("h3", "About your configuration");
        html.start("ul");
        examination.remarks().forEach(remark -> html.leaf("li", remark));
        html.end();
    }

    private void clean(Html html) {
        List<Examined> clean = in(Examined.State.CLEAN);
        if (clean.isEmpty()) {
            return;
        }
        html.leaf("h3", "Examined and found clean");
        html.start("ul", "class", "clean");
        clean.forEach(each -> html.leaf("li", Anchor.words(each.rule())));
        html.end();
    }

    private List<Examined> in(Examined.State state) {
        return examination.examined().stream()
                .filter(each -> each.state() == state)
                .toList();
    }

    private static void start(String caption, String left, String right, Html html) {
        html.start("table", "class", "pairs");
        html.leaf("caption", caption);
        html.start("thead");
        html.start("tr");
        html.leaf("th", left, "scope", "col");
        html.leaf("th", right, "scope", "col");
        html.end();
        html.end();
        html.start("tbody");
    }

    private static void row(String left, String right, Html html) {
        html.start("tr");
        html.leaf("th", left, "scope", "row");
        html.leaf("td", right);
        html.end();
    }

    private static void end(Html html) {
        html.end();
        html.end();
    }
}
