// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Severity;

/// The sign of a severity: a shape, so that nobody must tell colours apart. The word always stands beside it.
final class Mark {

    private Mark() {}

    static void draw(Severity severity, Html html) {
        html.start("svg", "class", "mark", "viewBox", "0 0 12 12", "aria-hidden", "true", "focusable", "false");
        switch (severity) {
            case CRITICAL -> html.empty("path", "d", "M6 0 L12 6 L6 12 L0 6 z");
            case WARNING -> html.empty("path", "d", "M6 0.5 L12 11.5 L0 11.5 z");
            case ADVICE -> html.empty("circle", "cx", "6", "cy", "6", "r", "5");
            case NOTE -> html.empty("circle", "class", "ring", "cx", "6", "cy", "6", "r", "4.2");
        }
        html.end();
    }
}
