// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.lab.plans.PlanTree;
import dev.tickbird.model.finding.Words;
import java.io.IOException;
import java.util.List;

/// A plan in lines: each node with its cost and rows, what it reads indented under it.
final class PlanText {

    private static final List<String> CONDITIONS =
            List.of("Index Cond", "Recheck Cond", "Hash Cond", "Merge Cond", "Join Filter", "Filter");
    private static final int LONGEST = 200;

    /// Deeper nodes stand no further to the right, or they would have no room.
    private static final int DEEPEST = 40;

    private final Sheet sheet;

    PlanText(Sheet sheet) {
        this.sheet = sheet;
    }

    void write(PlanTree node, int indent) throws IOException {
        String numbers =
                ": cost " + TwinWords.cost(node.totalCost()) + ", " + Words.count(Math.round(node.rows()), "row");
        sheet.paragraph(indent, node.label() + numbers);
        for (String condition : CONDITIONS) {
            String text = node.properties().getOrDefault(condition, "");
            if (!text.isEmpty()) {
                String clipped = condition + " " + Clip.to(LONGEST, text);
                sheet.paragraph("", Ink.PLAIN, indent + 2, clipped, Ink.DIM);
            }
        }
        for (PlanTree child : node.children()) {
            write(child, Math.min(indent + 2, DEEPEST));
        }
    }
}
