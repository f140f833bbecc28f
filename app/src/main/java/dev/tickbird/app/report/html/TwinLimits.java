// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.whatif.Unplanned;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the answer does not hold: queries that could not be planned, reason by reason, and what the twin lacks.
final class TwinLimits {

    private static final int LONGEST = 2_000;

    /// More queries with one reason are opened.
    private static final int NAMES = 8;

    private TwinLimits() {}

    static void unplanned(List<Unplanned> queries, Html html) {
        if (queries.isEmpty()) {
            return;
        }
        Map<String, List<Unplanned>> byReason = new LinkedHashMap<>();
        queries.forEach(query -> byReason.computeIfAbsent(query.reason() + '\n' + query.hint(), _ -> new ArrayList<>())
                .add(query));
        html.start("section", "id", "unplanned", "aria-labelledby", "unplanned-title");
        html.leaf("h2", "Not planned", "id", "unplanned-title");
        html.start("ul", "class", "limits");
        byReason.values().forEach(alike -> reason(alike, html));
        html.end();
        html.end();
    }

    private static void reason(List<Unplanned> alike, Html html) {
        Unplanned first = alike.getFirst();
        html.start("li");
        html.leaf("p", Clip.to(LONGEST, first.reason()), "class", "subject");
        if (first.hint() != null) {
            html.leaf("p", first.hint());
        }
        if (alike.size() <= NAMES) {
            alike.forEach(query -> sql(query, html));
        } else {
            html.start("details", "class", "more-of-it");
            html.leaf("summary", Words.count(alike.size(), "query"));
            alike.forEach(query -> sql(query, html));
            html.end();
        }
        html.end();
    }

    private static void sql(Unplanned query, Html html) {
        html.start("details", "class", "more-of-it");
        html.leaf("summary", Clip.to(LONGEST, query.name()));
        html.start("div", "class", "code");
        html.start("pre");
        html.leaf("code", Clip.to(LONGEST, query.sql()));
        html.end();
        html.end();
        html.end();
    }

    static void gaps(List<TwinGap> gaps, Html html) {
        if (gaps.isEmpty()) {
            return;
        }
        html.start("section", "id", "gaps", "aria-labelledby", "gaps-title");
        html.leaf("h2", "What the twin lacks", "id", "gaps-title");
        html.leaf("p", "Plans that touch it may differ from those of the source.");
        html.start("ul", "class", "limits");
        for (TwinGap gap : gaps) {
            html.start("li");
            html.leaf("p", gap.subject(), "class", "subject");
            html.leaf("p", Clip.to(LONGEST, gap.reason()));
            if (gap.hint() != null) {
                html.leaf("p", gap.hint(), "class", "reason");
            }
            html.end();
        }
        html.end();
        html.end();
    }
}
