// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.TwinReport;
import dev.tickbird.app.report.TwinWords;
import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.util.Locale;

/// What was asked, what came of it in one sentence, and the way to each verdict.
final class TwinMasthead {

    private static final int LONGEST = 600;

    private final TwinReport report;
    private final Html html;

    private TwinMasthead(TwinReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    static void write(TwinReport report, Html html) {
        new TwinMasthead(report, html).write();
    }

    static String database(TwinReport report) {
        return report.snapshot().the(Server.class).database();
    }

    private void write() {
        boolean asked = !report.changes().isEmpty();
        html.start("header", "class", "masthead");
        html.start("div", "class", "top");
        html.leaf("p", "Tickbird", "class", "brand");
        html.leaf("button", "Dark colours", "type", "button", "id", "theme", "class", "control");
        html.end();
        html.start("h1");
        html.leaf("span", asked ? "What if, in database " : "Plans of database ", "class", "kind");
        html.leaf("span", database(report), "class", "name");
        html.end();
        if (asked) {
            html.start("ul", "class", "changes");
            report.changes().forEach(this::change);
            html.end();
        }
        html.leaf("p", sentence(TwinWords.verdict(report)), "class", "verdict");
        if (asked) {
            html.leaf("p", sentence(TwinWords.threshold()) + ".", "class", "rest");
        }
        tally();
        facts();
        html.end();
    }

    private void change(String change) {
        html.start("li");
        html.leaf("code", Clip.to(LONGEST, change));
        html.end();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void tally() {
        Answer answer = report.answer();
        html.start("nav", "class", "tally", "aria-label", "verdicts");
        if (!report.changes().isEmpty()) {
            for (Verdict verdict : PlannedQueries.ORDER) {
                count(answer.count(verdict), verdict.toString(), PlannedQueries.anchor(verdict), Mark.of(verdict));
            }
        }
        count(answer.unplanned().size(), "not planned", "unplanned", Mark.NONE);
        count(answer.gaps().size(), "lacking in the twin", "gaps", Mark.NONE);
        html.end();
    }

    private void count(long count, String words, String anchor, Mark mark) {
        if (count > 0) {
            html.start("a", "href", "#" + anchor, "class", mark.tone());
            mark.draw(html);
            html.leaf("b", Words.count(count));
            html.leaf("span", words);
            html.end();
        }
    }

    private void facts() {
        html.start("dl", "class", "facts");
        fact("target", report.target());
        fact(
                "server",
                "PostgreSQL " + report.snapshot().the(Server.class).version().replaceFirst(" \\(.*", ""));
        fact("planned by", "PostgreSQL " + planner() + ", on a twin without rows");
        fact("statistics of", Masthead.WHEN.format(report.snapshot().takenAt()));
        TwinWords.aside(report).ifPresent(aside -> fact("left out", aside));
        TwinWords.blindness(report).ifPresent(hidden -> fact("hidden", hidden));
        html.end();
    }

    private String planner() {
        Answer answer = report.answer();
        return answer.before() == answer.after()
                ? String.valueOf(answer.before())
                : answer.before() + " and " + answer.after();
    }

    private void fact(String name, String text) {
        html.start("div");
        html.leaf("dt", name);
        html.leaf("dd", text);
        html.end();
    }
}
