// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.UsualProof;
import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import java.util.Locale;

/// One finding: what is wrong and what it costs, always in view; cure, proof and evidence below, to be opened.
final class FindingCard {

    private static final int LONGEST = 2_000;

    private final Finding finding;
    private final String edition;
    private final UsualProof usual;
    private final String anchor;

    /// @param usual the proof that need not be said
    FindingCard(Finding finding, String edition, UsualProof usual, String anchor) {
        this.finding = finding;
        this.edition = edition;
        this.usual = usual;
        this.anchor = anchor;
    }

    void write(Html html) {
        Severity severity = finding.severity();
        html.start(
                "article",
                "class",
                "finding severity-" + severity,
                "id",
                anchor,
                "data-severity",
                severity.toString(),
                "aria-labelledby",
                anchor + "-title");
        html.start("p", "class", "severity");
        Mark.of(severity).draw(html);
        html.leaf("span", severity.toString());
        html.end();
        html.start("div", "class", "statement");
        html.leaf("h4", finding.title(), "id", anchor + "-title");
        html.leaf("p", Clip.to(LONGEST, finding.detail()), "class", "detail");
        html.leaf("p", Clip.to(LONGEST, finding.impact()), "class", "impact");
        fold(html);
        html.end();
        html.end();
    }

    private void fold(Html html) {
        if (finding.severity() == Severity.CRITICAL) {
            html.start("details", "class", "more-of-it", "open", "");
        } else {
            html.start("details", "class", "more-of-it");
        }
        RemedyPart remedy = new RemedyPart(finding.remedy(), edition, anchor);
        html.start("summary");
        html.leaf("span", remedy.headline(), "class", "headline");
        remedy.burdens().forEach(burden -> html.leaf("span", burden, "class", "tag tag-burden"));
        if (!usual.covers(finding)) {
            html.leaf("span", finding.proof().verdict().toString(), "class", "tag");
        }
        html.end();
        html.start("div", "class", "fold");
        html.start("div", "class", "cure");
        remedy.write(html);
        html.end();
        html.start("div", "class", "beside");
        remedy.meanwhile(html);
        if (!usual.covers(finding)) {
            ProofWords.part(finding, html);
        }
        evidence(html);
        html.end();
        html.end();
        html.end();
    }

    private void evidence(Html html) {
        if (finding.evidence().values().isEmpty()) {
            return;
        }
        html.leaf("h5", "Evidence", "id", anchor + "-evidence");
        html.start("table", "class", "evidence", "aria-labelledby", anchor + "-evidence");
        html.start("tbody");
        finding.evidence().values().forEach((name, value) -> {
            html.start("tr");
            html.leaf("th", words(name), "scope", "row");
            html.leaf("td", value(value), "class", value instanceof Number ? "number" : "name");
            html.end();
        });
        html.end();
        html.end();
    }

    /// `deadRows` is `dead rows`.
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /// Grouped from five digits on, so that a process number stays one.
    private static String number(long number) {
        return Math.abs(number) < 10_000 ? String.valueOf(number) : Words.count(number);
    }

    private static String value(Object value) {
        return switch (value) {
            case Long number -> number(number);
            case Integer number -> number(number);
            case Double number -> String.format(Locale.ROOT, number == Math.rint(number) ? "%,.0f" : "%,.2f", number);
            default -> Clip.to(LONGEST, String.valueOf(value));
        };
    }
}
