// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.TwinWords;
import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.model.finding.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Two plans of one query beside each other. Each node is drawn with a bar as long as its share of the dearer plan's
/// cost; a node that only one of them has is marked, in words too.
final class PlanPair {

    private static final List<String> CONDITIONS = List.of(
            "Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter", "Sort Key", "Group Key");
    private static final int LONGEST = 240;

    private final Planned query;
    private final Html html;
    private final double most;

    PlanPair(Planned query, Html html) {
        this.query = query;
        this.html = html;
        most = Math.max(Math.max(query.before().cost(), query.after().cost()), 0.01);
    }

    void write() {
        html.start("div", "class", "plans");
        plan("Before", query.before().tree(), query.after().tree(), "gone");
        plan("After", query.after().tree(), query.before().tree(), "new");
        html.end();
    }

    private void plan(String title, PlanTree plan, PlanTree other, String mark) {
        html.start("div", "class", "plan");
        html.leaf("h4", title + ": cost " + TwinWords.cost(plan.totalCost()));
        Set<String> shared = other.nodes().map(PlanTree::label).collect(Collectors.toSet());
        html.start("ul", "class", "plan-nodes");
        node(plan, shared, mark);
        html.end();
        html.end();
    }

    private void node(PlanTree node, Set<String> shared, String mark) {
        boolean own = !shared.contains(node.label());
        html.start("li");
        html.start("div", "class", own ? "plan-node plan-" + mark : "plan-node");
        html.start("p");
        html.leaf("b", node.label());
        if (own) {
            html.leaf("span", mark, "class", "tag");
        }
        html.end();
        bar(node);
        html.leaf(
                "p",
                "cost " + TwinWords.cost(node.totalCost()) + ", " + Words.count(Math.round(node.rows()), "row"),
                "class",
                "reason");
        for (String condition : CONDITIONS) {
            @Nullable String text = node.properties().get(condition);
            if (text != null) {
                html.start("p", "class", "plan-condition");
                html.leaf("span", condition + " ");
                html.leaf("code", Clip.to(LONGEST, text));
                html.end();
            }
        }
        html.end();
        if (!node.children().isEmpty()) {
            html.start("ul");
            node.children().forEach(child -> node(child, shared, mark));
            html.end();
        }
        html.end();
    }

    private void bar(PlanTree node) {
        double width = Math.min(100, 100 * node.totalCost() / most);
        html.start("svg", "class", "bar", "viewBox", "0 0 100 4", "preserveAspectRatio", "none", "aria-hidden", "true");
        html.empty("rect", "class", "part-live", "width", "100", "height", "4");
        html.empty("rect", "class", "part-heap", "width", String.format(Locale.ROOT, "%.2f", width), "height", "4");
        html.end();
    }
}
