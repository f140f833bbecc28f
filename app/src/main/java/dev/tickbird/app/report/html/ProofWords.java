// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Proof;
import java.util.Locale;

/// A proof, and what each verdict of the lab means, for somebody who reads it for the first time.
final class ProofWords {

    private ProofWords() {}

    /// In a paragraph that is open already.
    static void write(Proof proof, Html html) {
        verdict(proof, html);
        html.text(" ");
        html.leaf("span", sentence(proof.reason()) + ".", "class", "reason");
    }

    /// Under its own heading: what it means, and what was seen, point by point. What was so before the cure is left out
    /// where it is only the finding again.
    static void part(Finding finding, Html html) {
        Proof proof = finding.proof();
        html.leaf("h5", "Proof");
        html.start("p");
        verdict(proof, html);
        html.end();
        html.start("ul", "class", "proof reason");
        for (String point : proof.reason().split("; ")) {
            html.leaf("li", sentence(point));
        }
        if (!proof.before().isEmpty() && !proof.before().equals(finding.title())) {
            html.leaf("li", "Before: " + proof.before());
        }
        if (!proof.after().isEmpty()) {
            html.leaf("li", "After: " + proof.after());
        }
        html.end();
    }

    private static void verdict(Proof proof, Html html) {
        html.leaf("strong", proof.verdict().toString());
        html.text(", " + meaning(proof.verdict()));
    }

    private static String sentence(String reason) {
        return reason.isEmpty() ? reason : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    }

    private static String meaning(Proof.Verdict verdict) {
        return switch (verdict) {
            case MEASURED -> "carried out on a proving ground, and timed before and after.";
            case PLANNED ->
                "carried out on a twin of the database, and no known query gets worse in the planner's eyes.";
            case REHEARSED -> "carried out on a twin of the database.";
            case REASONED -> "not tried, only concluded.";
        };
    }
}
