// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.TwinWords;
import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.lab.whatif.Planned;
import java.util.List;

/// One query: its name, verdict and costs, always in view; its text and its plans below, to be opened.
final class QueryCard {

    private static final int GLANCE = 160;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST = 20_000;

    private final Planned query;
    private final String anchor;
    private final boolean asked;

    /// @param asked whether anything was otherwise; if not, there is one plan and no verdict
    QueryCard(Planned query, String anchor, boolean asked) {
        this.query = query;
        this.anchor = anchor;
        this.asked = asked;
    }

    void write(boolean open, Html html) {
        Mark mark = asked ? Mark.of(query.verdict()) : Mark.NONE;
        String verdict = query.verdict().toString();
        html.start(
                "article",
                "class",
                "finding " + mark.tone(),
                "id",
                anchor,
                "data-severity",
                verdict,
                "aria-labelledby",
                anchor + "-title");
        html.start("p", "class", "severity");
        mark.draw(html);
        html.leaf("span", asked ? verdict : "planned");
        html.end();
        html.start("div", "class", "statement");
        html.leaf("h4", Clip.to(LONGEST_NAME, query.name()), "id", anchor + "-title");
        html.leaf("p", costs(), "class", "costs");
        html.start("p", "class", "impact");
        html.leaf("code", Clip.label(GLANCE, query.sql().strip().replaceAll("\\s+", " ")));
        html.end();
        html.end();
        fold(open, html);
        html.end();
    }

    private String costs() {
        String before = TwinWords.cost(query.before().cost());
        String after = TwinWords.cost(query.after().cost());
        if (!asked || before.equals(after)) {
            return "cost " + after;
        }
        String factor = TwinWords.factor(query);
        return "cost " + before + " → " + after + (factor.isEmpty() ? "" : ", " + factor);
    }

    private void fold(boolean open, Html html) {
        PlanPair pair = new PlanPair(query, asked, html);
        if (open) {
            html.start("details", "class", "more-of-it", "open", "");
        } else {
            html.start("details", "class", "more-of-it");
        }
        html.start("summary");
        html.leaf("span", pair.headline(), "class", "headline");
        pair.differences().forEach(words -> html.leaf("span", words, "class", "tag"));
        html.end();
        html.start("div", "class", "asked");
        Code.write(Clip.to(LONGEST, query.sql()), "query " + query.name(), anchor + "-sql", html);
        if (!query.values().isEmpty()) {
            html.leaf("p", "Planned with " + String.join(", ", query.values()) + ".", "class", "reason");
        }
        TwinWords.forced(query).ifPresent(forced -> html.leaf("p", "Here " + forced + ".", "class", "reason"));
        html.end();
        pair.write();
        inWords(pair, html);
        html.end();
    }

    /// What was chosen otherwise, if no node is marked for it.
    private void inWords(PlanPair pair, Html html) {
        List<String> changed = query.changedNodes();
        if (changed.isEmpty() || pair.marksAny()) {
            return;
        }
        html.leaf("h5", "Chosen otherwise");
        html.start("ul", "class", "reason");
        changed.forEach(each -> html.leaf("li", Clip.to(LONGEST_NAME, each)));
        html.end();
    }
}
