// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.CureRights;
import dev.tickbird.app.report.UsualProof;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.app.report.html.markup.Markdown;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.rules.RulePage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Everything that is wrong, worst first, rule by rule. Of each rule all that is critical and the costliest are shown
/// in full, some more as lines, and of the rest their number: a page with ten thousand findings must still open.
final class Findings {

    static final int IN_FULL = 20;
    static final int AS_LINES = 200;

    private final Map<String, List<Finding>> groups;
    private final String edition;
    private final UsualProof usual;
    private final Function<String, Optional<RulePage>> pages;

    Findings(Map<String, List<Finding>> groups, String edition, Function<String, Optional<RulePage>> pages) {
        this.groups = groups;
        this.edition = edition;
        this.usual =
                UsualProof.of(groups.values().stream().flatMap(List::stream).toList());
        this.pages = pages;
    }

    void write(Html html) {
        html.start("section", "id", "findings", "aria-labelledby", "findings-heading");
        html.leaf("h2", "Findings", "id", "findings-heading");
        if (groups.isEmpty()) {
            html.leaf("p", "There are none. What was examined stands at the end.", "class", "empty");
        } else {
            if (usual.shared() != null) {
                proof(usual.shared(), html);
            }
            CureRights.words(groups.values().stream().flatMap(List::stream).toList())
                    .ifPresent(rights -> html.leaf("p", "Cures: " + rights + "."));
            Toolbar.write("findings", "rule, table, words", html);
            groups.forEach((rule, findings) -> group(rule, findings, html));
            Toolbar.nothing("No finding holds all these words with the chosen severity.", html);
        }
        html.end();
    }

    private static void proof(Proof proof, Html html) {
        html.start("p");
        html.text("Proof of the cures, where a finding says nothing else: ");
        ProofWords.write(proof, html);
        html.end();
    }

    private void group(String rule, List<Finding> findings, Html html) {
        String anchor = Anchor.ofRule(rule);
        html.start("section", "class", "group", "id", anchor, "aria-labelledby", anchor + "-heading");
        html.start("div", "class", "group-head");
        html.start("h3", "id", anchor + "-heading");
        html.text(Anchor.words(rule));
        html.leaf("span", Words.count(findings.size(), "finding"), "class", "count");
        html.end();
        pages.apply(rule).ifPresent(page -> page(rule, page, html));
        html.end();
        int whole = whole(findings);
        int number = 0;
        for (Finding finding : findings.subList(0, whole)) {
            number++;
            new FindingCard(finding, edition, usual, anchor + "-" + number).write(html);
        }
        if (findings.size() > whole) {
            lines(findings, whole, html);
        }
        html.end();
    }

    /// How many are shown in full: no cure of what is critical may be missing. The worst come first.
    private static int whole(List<Finding> findings) {
        int critical = Math.toIntExact(findings.stream()
                .filter(finding -> finding.severity() == Severity.CRITICAL)
                .count());
        return Math.max(critical, Math.min(IN_FULL, findings.size()));
    }

    private static void page(String rule, RulePage page, Html html) {
        int end = page.text().indexOf("\n\n");
        if (end < 0) {
            html.leaf("p", page.summary(), "class", "summary");
            return;
        }
        html.start("details", "class", "page");
        html.start("summary");
        html.leaf("span", page.summary(), "class", "summary");
        html.text(" ");
        html.leaf("span", "About " + rule, "class", "about");
        html.end();
        html.start("div", "class", "prose");
        Markdown.write(page.text().substring(end), 3, html);
        html.end();
        html.end();
    }

    private static void lines(List<Finding> findings, int whole, Html html) {
        int last = Math.min(whole + AS_LINES, findings.size());
        String rest = last == findings.size()
                ? " the others follow in one line each."
                : " the next " + AS_LINES + " follow in one line each, and " + Words.count(findings.size() - last)
                        + " more are left out here; the JSON report holds them all.";
        html.leaf(
                "p",
                "The " + Words.count(whole) + " costliest of " + Words.count(findings.size()) + " are shown in full;"
                        + rest,
                "class",
                "more");
        html.start("ul", "class", "lines");
        for (Finding finding : findings.subList(whole, last)) {
            html.start(
                    "li",
                    "class",
                    "severity-" + finding.severity(),
                    "data-severity",
                    finding.severity().toString());
            Mark.of(finding.severity()).draw(html);
            html.leaf("span", finding.severity().toString(), "class", "word");
            html.leaf("span", finding.title());
            html.end();
        }
        html.end();
    }
}
