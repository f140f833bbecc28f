// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.TwinWords;
import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.lab.plans.PlanPairs;
import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.whatif.Plan;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// A plan, node above node; only where a node has several below it they are indented, so that deep plans stay readable.
/// Each node has a bar as long as its share of the dearer plan's cost. A node that the other plan has not, or has in
/// another way, is marked, in words too.
final class PlanDrawing {

    static final String GONE = "gone";
    static final String NEW = "new";
    static final String CHANGED = "changed";

    /// What the planner has chosen in a node, besides what its label says.
    private static final List<String> CHOICES = List.of(
            "Subplan Name",
            "Index Cond",
            "Recheck Cond",
            "Hash Cond",
            "Merge Cond",
            "Join Filter",
            "Filter",
            "One-Time Filter",
            "Order By",
            "Sort Key",
            "Presorted Key",
            "Group Key",
            "Cache Key",
            "Function Call",
            "Workers Planned",
            "Subplans Removed",
            "Disabled");

    private static final int LONGEST = 240;

    /// What PostgreSQL adds, up to 17, for doing what a setting disables.
    private static final double DISABLED = 1.0e10;

    private final Plan plan;
    private final double most;
    private final Optional<PlanPairs> pairs;
    private final String mark;
    private final Html html;

    private PlanDrawing(Plan plan, double most, Optional<PlanPairs> pairs, String mark, Html html) {
        this.plan = plan;
        this.most = Math.max(most, 0.01);
        this.pairs = pairs;
        this.mark = mark;
        this.html = html;
    }

    static PlanDrawing alone(Plan plan, Html html) {
        return new PlanDrawing(plan, plan.cost(), Optional.empty(), "", html);
    }

    static PlanDrawing before(Plan plan, double most, PlanPairs pairs, Html html) {
        return new PlanDrawing(plan, most, Optional.of(pairs), GONE, html);
    }

    static PlanDrawing after(Plan plan, double most, PlanPairs pairs, Html html) {
        return new PlanDrawing(plan, most, Optional.of(pairs), NEW, html);
    }

    static boolean chosenOtherwise(PlanTree node, PlanTree other) {
        return CHOICES.stream().anyMatch(choice -> isOtherwise(choice, node, other));
    }

    private static boolean isOtherwise(String choice, PlanTree node, PlanTree other) {
        return !node.properties()
                .getOrDefault(choice, "")
                .equals(other.properties().getOrDefault(choice, ""));
    }

    void write() {
        html.start("ul", "class", "plan-nodes");
        node(plan.tree());
        html.end();
    }

    private void node(PlanTree node) {
        String kind = kind(node);
        html.start("li");
        html.start("div", "class", kind.isEmpty() ? "plan-node" : "plan-node plan-" + kind);
        html.start("p");
        if (!kind.isEmpty()) {
            html.leaf("span", kind, "class", "plan-mark");
            html.text(" ");
        }
        html.leaf("b", node.kind());
        html.text(node.place() + alias(node));
        html.end();
        bar(node);
        html.leaf("p", numbers(node), "class", "reason number-line");
        CHOICES.forEach(choice -> choice(choice, node));
        html.end();
        if (!node.children().isEmpty()) {
            html.start("ul", "class", node.children().size() == 1 ? "chain" : "branch");
            node.children().forEach(this::node);
            html.end();
        }
        html.end();
    }

    private Optional<PlanTree> partner(PlanTree node) {
        return pairs.flatMap(them -> them.partner(node));
    }

    private String kind(PlanTree node) {
        if (pairs.isEmpty()) {
            return "";
        }
        return partner(node)
                .map(other -> chosenOtherwise(node, other) ? CHANGED : "")
                .orElse(mark);
    }

    private static String alias(PlanTree node) {
        Map<String, String> properties = node.properties();
        String alias = properties.getOrDefault("Alias", "");
        return alias.isEmpty() || alias.equals(properties.getOrDefault("Relation Name", "")) ? "" : " as " + alias;
    }

    private String numbers(PlanTree node) {
        String numbers = "cost " + TwinWords.cost(cost(node)) + ", " + Words.count(Math.round(node.rows()), "row");
        return mark.equals(NEW)
                ? numbers + partner(node).map(other -> formerly(node, other)).orElse("")
                : numbers;
    }

    /// Such as ` (before: cost 12.50)`; empty if nothing was otherwise.
    private String formerly(PlanTree node, PlanTree other) {
        boolean cost = !TwinWords.cost(cost(node)).equals(TwinWords.cost(cost(other)));
        boolean rows = Math.round(node.rows()) != Math.round(other.rows());
        if (!cost && !rows) {
            return "";
        }
        return " (before: " + (cost ? "cost " + TwinWords.cost(cost(other)) : "") + (cost && rows ? ", " : "")
                + (rows ? Words.count(Math.round(other.rows()), "row") : "") + ")";
    }

    /// Without what only says how unwelcome it is.
    private static double cost(PlanTree node) {
        return node.totalCost() >= DISABLED ? node.totalCost() % DISABLED : node.totalCost();
    }

    private void choice(String choice, PlanTree node) {
        String text = node.properties().getOrDefault(choice, "");
        if (text.isEmpty() || text.equals("false")) {
            return;
        }
        boolean otherwise =
                partner(node).filter(other -> isOtherwise(choice, node, other)).isPresent();
        html.start("p", "class", otherwise ? "plan-choice plan-otherwise" : "plan-choice");
        html.text(choice + " ");
        html.leaf("code", Clip.to(LONGEST, words(text)));
        html.end();
    }

    /// `["a", "b desc"]` is `a, b desc`.
    private static String words(String text) {
        if (!text.startsWith("[\"")) {
            return text;
        }
        List<String> words = new ArrayList<>();
        JsonMapper.shared().readTree(text).forEach(item -> words.add(item.asString()));
        return String.join(", ", words);
    }

    private void bar(PlanTree node) {
        double width = Math.min(100, 100 * cost(node) / most);
        html.start("svg", "class", "bar", "viewBox", "0 0 100 4", "preserveAspectRatio", "none", "aria-hidden", "true");
        html.empty("rect", "class", "part-live", "width", "100", "height", "4");
        html.empty("rect", "class", "part-heap", "width", String.format(Locale.ROOT, "%.2f", width), "height", "4");
        html.end();
    }
}
