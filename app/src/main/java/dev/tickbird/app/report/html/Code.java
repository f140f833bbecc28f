// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;

/// Text to be taken elsewhere, with a button that copies it.
final class Code {

    private Code() {}

    /// @param what names it for those who cannot see where the button stands
    static void write(String text, String what, String anchor, Html html) {
        html.start("div", "class", "code");
        html.start("pre", "tabindex", "0", "aria-label", what);
        html.leaf("code", text, "id", anchor);
        html.end();
        html.leaf(
                "button",
                "Copy",
                "type",
                "button",
                "class",
                "control copy",
                "data-copy",
                anchor,
                "aria-label",
                "Copy " + what);
        html.end();
    }
}
