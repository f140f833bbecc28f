// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Proof;
import java.util.Locale;

/// A proof, and what each verdict of the lab means, for somebody who reads it for the first time.
final class ProofWords {

    private ProofWords() {}

    static void write(Proof proof, Html html) {
        html.leaf("strong", proof.verdict().toString());
        html.text(", " + meaning(proof.verdict()) + " ");
        html.leaf("span", sentence(proof.reason()), "class", "reason");
        if (proof.compares()) {
            html.text(" ");
            html.leaf("span", "Before: " + proof.before() + ". After: " + proof.after() + ".", "class", "reason");
        }
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }

    private static String meaning(Proof.Verdict verdict) {
        return switch (verdict) {
            case MEASURED -> "carried out on a proving ground, and timed before and after.";
            case PLANNED ->
                "carried out on a twin of the database, and no known query gets worse in the planner's eyes.";
            case REHEARSED -> "carried out on a twin of the database: it cures, and it can be undone.";
            case REASONED -> "not tried, only concluded.";
        };
    }
}
