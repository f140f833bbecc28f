// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.markup.Html;

/// What the colours of a drawing stand for.
final class Legend {

    private Legend() {}

    static void start(Html html) {
        html.start("ul", "class", "legend");
    }

    /// @param kind a class of the style sheet
    static void entry(String kind, String meaning, Html html) {
        html.start("li");
        html.start("svg", "viewBox", "0 0 20 12", "aria-hidden", "true", "focusable", "false");
        html.empty("rect", "class", kind, "x", "1", "y", "1", "width", "18", "height", "10", "rx", "1");
        html.end();
        html.text(meaning);
        html.end();
    }

    static void end(Html html) {
        html.end();
    }
}
