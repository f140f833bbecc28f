// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;

/// What finds and opens things in a long page; there is none where no script runs.
final class Toolbar {

    private Toolbar() {}

    /// @param what is found with it
    /// @param words what can be typed
    static void write(String what, String words, Html html) {
        html.start("div", "class", "toolbar control", "role", "search", "aria-label", what);
        html.leaf("label", "Filter", "for", "filter");
        html.empty(
                "input",
                "type",
                "search",
                "id",
                "filter",
                "placeholder",
                words,
                "autocomplete",
                "off",
                "spellcheck",
                "false");
        html.leaf("p", "", "id", "status", "role", "status");
        html.leaf("button", "Open all", "type", "button", "id", "open-all");
        html.leaf("button", "Close all", "type", "button", "id", "close-all");
        html.end();
    }

    /// What is seen where nothing fits.
    static void nothing(String words, Html html) {
        html.leaf("p", words, "id", "nothing", "class", "empty", "hidden", "");
    }
}
