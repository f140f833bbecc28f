// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.ScorecardReport;
import dev.tickbird.app.report.html.drawing.Gauge;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.app.report.html.markup.Shell;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.scorecard.Grade;
import dev.tickbird.rules.scorecard.Reading;
import java.io.IOException;

/// A scorecard as one HTML file that opens offline: a gauge for each goal, and how its value is known.
public final class ScorecardHtml {

    private final ScorecardReport report;
    private final Html html;

    private ScorecardHtml(ScorecardReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    public static void write(ScorecardReport report, Appendable out) throws IOException {
        Html html = new Html();
        ScorecardHtml page = new ScorecardHtml(report, html);
        out.append(new Shell().around("Tickbird: scorecard of " + page.database(), "en", page::body, html));
    }

    private String database() {
        return report.snapshot().the(Server.class).database();
    }

    private void body() {
        html.leaf("a", "Skip to the goals", "class", "skip", "href", "#content");
        masthead();
        html.start("main", "id", "content");
        html.start("section", "class", "goals", "aria-label", "goals");
        report.scorecard().grades().forEach(this::goal);
        html.end();
        html.end();
        Footer.write(report.version(), html);
    }

    private void masthead() {
        html.start("header", "class", "masthead");
        html.start("div", "class", "top");
        html.leaf("p", "Tickbird", "class", "brand");
        html.leaf("button", "Dark colours", "type", "button", "id", "theme", "class", "control");
        html.end();
        html.start("h1");
        html.leaf("span", "Scorecard of database ", "class", "kind");
        html.leaf("span", database(), "class", "name");
        html.end();
        html.leaf("p", report.headline(), "class", "verdict");
        html.leaf(
                "p",
                "Each gauge has its goal at the top; from there to an end lies a factor of a hundred.",
                "class",
                "rest");
        html.start("dl", "class", "facts");
        fact("target", report.target());
        fact(
                "server",
                "PostgreSQL " + report.snapshot().the(Server.class).version().replaceFirst(" \\(.*", ""));
        fact("measured", Masthead.WHEN.format(report.snapshot().takenAt()));
        report.before()
                .ifPresent(before ->
                        fact("before", Masthead.WHEN.format(before.snapshot().takenAt())));
        html.end();
        html.end();
    }

    private void fact(String name, String text) {
        html.start("div");
        html.leaf("dt", name);
        html.leaf("dd", text);
        html.end();
    }

    private void goal(Grade grade) {
        Mark mark = Mark.of(grade.verdict());
        html.start("article", "class", "goal " + mark.tone(), "id", grade.goal().slug());
        Gauge.draw(grade, report.before().map(it -> it.of(grade)), html);
        html.leaf("h2", grade.goal().title());
        html.start("p", "class", "value");
        html.leaf("b", known(grade));
        html.leaf("span", "wanted " + grade.goal().wanted());
        html.end();
        report.before().ifPresent(before -> html.leaf("p", "before: " + known(before.of(grade)), "class", "rest"));
        html.start("p", "class", "severity");
        mark.draw(html);
        html.leaf("span", grade.verdict().toString());
        html.end();
        switch (grade.reading()) {
            case Reading.Measured measured -> {
                html.leaf("p", measured.how());
                advice(grade.verdict() == Grade.Verdict.NOT_MEASURED ? measured.finer() : "");
            }
            case Reading.Unmeasured unmeasured -> {
                html.leaf("p", unmeasured.reason());
                advice(unmeasured.remedy());
            }
        }
        html.end();
    }

    private static String known(Grade grade) {
        return grade.reading() instanceof Reading.Unmeasured ? "not known" : grade.value();
    }

    private void advice(String words) {
        if (!words.isEmpty()) {
            html.leaf("p", words, "class", "advice");
        }
    }
}
