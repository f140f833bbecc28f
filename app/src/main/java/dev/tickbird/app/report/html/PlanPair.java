// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.TwinWords;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.lab.plans.PlanPairs;
import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.lab.whatif.Plan;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Two plans of one query beside each other, or one if they are the same to the last digit.
final class PlanPair {

    private final Planned query;
    private final boolean asked;
    private final Html html;
    private final PlanPairs pairs;

    PlanPair(Planned query, boolean asked, Html html) {
        this.query = query;
        this.asked = asked;
        this.html = html;
        pairs = PlanPairs.of(query.before().tree(), query.after().tree());
    }

    String headline() {
        return isOne() ? "Plan" : "Both plans";
    }

    private boolean isOne() {
        return !asked || query.before().tree().equals(query.after().tree());
    }

    /// How many nodes are gone, new and changed, as they are marked in the plans; empty if none are.
    List<String> differences() {
        List<String> words = new ArrayList<>();
        if (isOne()) {
            return asked ? List.of("no difference") : words;
        }
        add(words, query.before(), node -> pairs.partner(node).isEmpty(), PlanDrawing.GONE);
        add(words, query.after(), node -> pairs.partner(node).isEmpty(), PlanDrawing.NEW);
        add(words, query.after(), this::isChanged, PlanDrawing.CHANGED);
        return words.isEmpty() ? List.of("same nodes, other costs") : words;
    }

    private static void add(List<String> words, Plan plan, Predicate<PlanTree> which, String mark) {
        long count = plan.tree().nodes().filter(which).count();
        if (count > 0) {
            words.add(Words.count(count) + " " + mark);
        }
    }

    private boolean isChanged(PlanTree node) {
        return pairs.partner(node)
                .filter(other -> PlanDrawing.chosenOtherwise(node, other))
                .isPresent();
    }

    /// Whether a node is marked.
    boolean marksAny() {
        return query.before().tree().nodes().anyMatch(this::isMarked)
                || query.after().tree().nodes().anyMatch(this::isMarked);
    }

    private boolean isMarked(PlanTree node) {
        return pairs.partner(node).isEmpty() || isChanged(node);
    }

    void write() {
        double most = Math.max(query.before().cost(), query.after().cost());
        if (isOne()) {
            html.start("div", "class", "plans plans-one");
            plan(asked ? "Before and after" : "Plan", query.after(), PlanDrawing.alone(query.after(), html));
        } else {
            html.start("div", "class", "plans");
            plan("Before", query.before(), PlanDrawing.before(query.before(), most, pairs, html));
            plan("After", query.after(), PlanDrawing.after(query.after(), most, pairs, html));
        }
        html.end();
    }

    private void plan(String title, Plan plan, PlanDrawing drawing) {
        String words = title + ": cost " + TwinWords.cost(plan.cost());
        html.start("div", "class", "plan", "tabindex", "0", "role", "group", "aria-label", words);
        html.leaf("h5", words);
        drawing.write();
        html.end();
    }
}
