// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.html.drawing.DeadRowBars;
import dev.tickbird.app.report.html.drawing.KeyGraph;
import dev.tickbird.app.report.html.drawing.LockTree;
import dev.tickbird.app.report.html.drawing.SizeBars;
import dev.tickbird.app.report.html.figures.TableFigures;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The drawings, each a part of the page. Who waits for whom comes first, for that hurts now.
final class Drawings {

    private static final String LOCKS = "locks";

    private Drawings() {}

    /// The heading of each drawing there is, by its anchor.
    static Map<String, String> headings(Snapshot snapshot) {
        Map<String, String> headings = new LinkedHashMap<>();
        if (LockTree.somebodyWaits(snapshot)) {
            headings.put(LOCKS, "Who waits for whom");
        }
        headings.put("sizes", "Where the disk goes");
        headings.put("dead-rows", "Dead rows");
        headings.put("keys", "Foreign keys");
        return headings;
    }

    static void write(Report report, List<TableFigures> tables, Html html) {
        headings(report.snapshot()).forEach((anchor, heading) -> {
            html.start("section", "id", anchor, "aria-labelledby", anchor + "-heading");
            html.leaf("h2", heading, "id", anchor + "-heading");
            switch (anchor) {
                case LOCKS -> LockTree.draw(report.snapshot(), html);
                case "sizes" -> SizeBars.draw(tables, html);
                case "dead-rows" -> DeadRowBars.draw(tables, html);
                default -> KeyGraph.draw(report.snapshot(), report.examination().findings(), html);
            }
            html.end();
        });
    }
}
