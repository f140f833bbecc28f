// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.TwinReport;
import dev.tickbird.app.report.TwinWords;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.app.report.html.markup.Shell;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Unplanned;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.util.List;

/// An answer as one HTML file that opens offline, with the two plans of each query drawn beside each other.
public final class TwinHtml {

    private final TwinReport report;
    private final Html html = new Html();

    private TwinHtml(TwinReport report) {
        this.report = report;
    }

    public static void write(TwinReport report, Appendable out) throws IOException {
        TwinHtml twin = new TwinHtml(report);
        out.append(new Shell().around("Tickbird: plans of " + twin.database(), "en", twin::body, twin.html));
    }

    private String database() {
        return report.snapshot().the(Server.class).database();
    }

    private void body() {
        html.leaf("a", "Skip to the queries", "class", "skip", "href", "#queries");
        masthead();
        html.start("main", "id", "content");
        summary();
        for (int i = 0; i < report.answer().queries().size(); i++) {
            query(report.answer().queries().get(i), "query-" + i);
        }
        unplanned();
        gaps();
        html.end();
        html.start("footer");
        html.leaf("p", "", "id", "said", "class", "unseen", "role", "status");
        html.leaf(
                "p",
                "Written by Tickbird " + report.version()
                        + ". This file is complete: it loads nothing, sends nothing and works without a network.");
        html.end();
    }

    private void masthead() {
        html.start("header", "class", "masthead");
        html.start("div", "class", "top");
        html.leaf("p", "Tickbird", "class", "brand");
        html.leaf("button", "Dark colours", "type", "button", "id", "theme", "class", "control");
        html.end();
        html.start("h1");
        html.leaf("span", "Plans of database ", "class", "kind");
        html.leaf("span", database(), "class", "name");
        html.end();
        html.leaf("p", TwinWords.verdict(report), "class", "verdict");
        html.leaf("p", TwinWords.threshold() + ".", "class", "rest");
        html.start("dl", "class", "facts");
        fact("Target", report.target());
        fact("Planned by", "PostgreSQL " + report.answer().before() + ", on a twin without rows");
        for (String change : report.changes()) {
            fact("Change", change);
        }
        TwinWords.blindness(report).ifPresent(hidden -> fact("Hidden", hidden));
        TwinWords.aside(report).ifPresent(aside -> fact("Left out", aside));
        html.end();
        html.end();
    }

    private void fact(String name, String text) {
        html.start("div");
        html.leaf("dt", name);
        html.leaf("dd", text);
        html.end();
    }

    private void summary() {
        html.start("section", "id", "queries", "aria-labelledby", "queries-title");
        html.leaf("h2", "Queries, the worst first", "id", "queries-title");
        html.start("table", "class", "pairs");
        html.leaf("caption", "Each query with its cost before and after");
        html.start("thead");
        html.start("tr");
        html.leaf("th", "Query", "scope", "col");
        html.leaf("th", "Cost before", "scope", "col", "class", "number");
        html.leaf("th", "Cost after", "scope", "col", "class", "number");
        html.leaf("th", "Verdict", "scope", "col");
        html.end();
        html.end();
        html.start("tbody");
        for (int i = 0; i < report.answer().queries().size(); i++) {
            Planned query = report.answer().queries().get(i);
            html.start("tr");
            html.start("th", "scope", "row");
            html.leaf("a", query.name(), "href", "#query-" + i);
            html.end();
            html.leaf("td", TwinWords.cost(query.before().cost()), "class", "number");
            html.leaf("td", TwinWords.cost(query.after().cost()), "class", "number");
            html.leaf("td", verdict(query));
            html.end();
        }
        html.end();
        html.end();
        html.end();
    }

    private static String verdict(Planned query) {
        String factor = TwinWords.factor(query);
        return query.verdict() + (factor.isEmpty() ? "" : ": " + factor);
    }

    private void query(Planned query, String anchor) {
        html.start("section", "id", anchor, "aria-labelledby", anchor + "-title");
        html.leaf("h2", query.name(), "id", anchor + "-title");
        html.leaf("p", "The plan is " + (query.verdict() == Verdict.SAME ? "the " : "") + verdict(query) + ".");
        Code.write(query.sql(), "query " + query.name(), anchor + "-sql", html);
        if (!query.values().isEmpty()) {
            html.leaf("p", "Planned with " + String.join(", ", query.values()) + ".", "class", "reason");
        }
        TwinWords.forced(query).ifPresent(forced -> html.leaf("p", "Here " + forced + ".", "class", "reason"));
        new PlanPair(query, html).write();
        List<String> changed = query.changedNodes();
        if (!changed.isEmpty()) {
            html.start("details", "class", "more-of-it");
            html.leaf("summary", "What changed, node by node");
            html.start("ul");
            changed.forEach(each -> html.leaf("li", each));
            html.end();
            html.end();
        }
        html.end();
    }

    private void unplanned() {
        if (report.answer().unplanned().isEmpty()) {
            return;
        }
        html.start("section", "aria-labelledby", "unplanned");
        html.leaf("h2", "Not planned", "id", "unplanned");
        html.start("dl");
        for (Unplanned query : report.answer().unplanned()) {
            html.leaf("dt", query.name());
            html.leaf("dd", query.reason() + (query.hint() == null ? "" : ". " + query.hint()), "class", "reason");
        }
        html.end();
        html.end();
    }

    private void gaps() {
        if (report.answer().gaps().isEmpty()) {
            return;
        }
        html.start("section", "aria-labelledby", "gaps");
        html.leaf("h2", "What the twin lacks", "id", "gaps");
        html.leaf("p", "Plans that touch it may differ from those of the source.");
        html.start("ul");
        for (TwinGap gap : report.answer().gaps()) {
            html.leaf("li", gap + (gap.hint() == null ? "" : ". " + gap.hint()));
        }
        html.end();
        html.end();
    }
}
