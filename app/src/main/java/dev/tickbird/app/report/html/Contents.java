// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Words;
import java.util.List;
import java.util.Map;

/// The way to each part of the page.
final class Contents {

    private Contents() {}

    /// @param drawings the heading of each drawing by its anchor
    static void write(Map<String, List<Finding>> groups, Map<String, String> drawings, Html html) {
        html.start("nav", "aria-label", "contents", "class", "contents");
        html.start("ul");
        html.start("li");
        html.leaf("a", "Findings", "href", "#findings");
        if (!groups.isEmpty()) {
            html.start("ul");
            groups.forEach((rule, findings) -> rule(rule, findings, html));
            html.end();
        }
        html.end();
        drawings.forEach((anchor, heading) -> entry(anchor, heading, html));
        entry("tables", "Tables", html);
        entry("indexes", "Indexes", html);
        entry("coverage", "What was examined", html);
        html.end();
        html.end();
    }

    private static void rule(String rule, List<Finding> findings, Html html) {
        html.start("li", "data-rule", Anchor.ofRule(rule));
        html.start(
                "a",
                "href",
                "#" + Anchor.ofRule(rule),
                "class",
                "severity-" + findings.getFirst().severity());
        Mark.of(findings.getFirst().severity()).draw(html);
        html.leaf("span", Anchor.words(rule));
        html.leaf("span", Words.count(findings.size()), "class", "count");
        html.end();
        html.end();
    }

    private static void entry(String anchor, String heading, Html html) {
        html.start("li");
        html.leaf("a", heading, "href", "#" + anchor);
        html.end();
    }
}
