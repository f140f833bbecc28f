// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.TwinReport;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.app.report.html.markup.Shell;
import java.io.IOException;

/// An answer as one HTML file that opens offline: all queries in a table, then each with its two plans drawn beside
/// each other, and what could not be planned.
public final class TwinHtml {

    private TwinHtml() {}

    public static void write(TwinReport report, Appendable out) throws IOException {
        Html html = new Html();
        String title = "Tickbird: plans of " + TwinMasthead.database(report);
        out.append(new Shell().around(title, "en", () -> body(report, html), html));
    }

    private static void body(TwinReport report, Html html) {
        html.leaf("a", "Skip to the queries", "class", "skip", "href", "#queries");
        TwinMasthead.write(report, html);
        html.start("main", "id", "content");
        new PlannedQueries(report).write(html);
        TwinLimits.unplanned(report.answer().unplanned(), html);
        TwinLimits.gaps(report.answer().gaps(), html);
        html.end();
        Footer.write(report.version(), html);
    }
}
