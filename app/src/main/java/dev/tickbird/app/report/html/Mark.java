// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.rules.scorecard.Grade;

/// The sign of a severity or a verdict: a shape, so that nobody must tell colours apart. The word stands beside it.
///
/// @param tone the class that gives it its colour
/// @param path the shape; empty for a ring
record Mark(String tone, String path) {

    /// Of what is neither good nor bad.
    static final Mark NONE = new Mark("severity-note", "");

    static Mark of(Severity severity) {
        return new Mark(
                "severity-" + severity,
                switch (severity) {
                    case CRITICAL -> "M6 0 L12 6 L6 12 L0 6 z";
                    case WARNING -> "M6 0.5 L12 11.5 L0 11.5 z";
                    case ADVICE -> "M6 1 A5 5 0 1 1 6 11 A5 5 0 1 1 6 1 z";
                    case NOTE -> "";
                });
    }

    /// Up is dearer, down is cheaper, level is the same.
    static Mark of(Verdict verdict) {
        return new Mark(
                "severity-" + verdict,
                switch (verdict) {
                    case WORSE -> "M6 0.5 L12 11.5 L0 11.5 z";
                    case SAME -> "M0.5 2.5 H11.5 V4.9 H0.5 z M0.5 7.1 H11.5 V9.5 H0.5 z";
                    case BETTER -> "M6 11.5 L12 0.5 L0 0.5 z";
                });
    }

    /// A tick, a cross, a ring.
    static Mark of(Grade.Verdict verdict) {
        return switch (verdict) {
            case PASS -> new Mark("severity-better", "M0.5 6.5 L2.3 4.7 L4.6 7 L9.8 1.8 L11.6 3.6 L4.6 10.6 z");
            case MISS ->
                new Mark(
                        "severity-critical",
                        "M1 2.6 L2.6 1 L6 4.4 L9.4 1 L11 2.6 L7.6 6 L11 9.4 L9.4 11 L6 7.6 L2.6 11 L1 9.4 L4.4 6 z");
            case NOT_MEASURED -> NONE;
        };
    }

    void draw(Html html) {
        html.start("svg", "class", "mark", "viewBox", "0 0 12 12", "aria-hidden", "true", "focusable", "false");
        if (path.isEmpty()) {
            html.empty("circle", "class", "ring", "cx", "6", "cy", "6", "r", "4.2");
        } else {
            html.empty("path", "d", path);
        }
        html.end();
    }
}
