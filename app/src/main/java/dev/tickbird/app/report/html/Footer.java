// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;

/// The end of every page: who wrote it, and where the script says what it has done.
final class Footer {

    private Footer() {}

    static void write(String version, Html html) {
        html.start("footer");
        html.leaf("p", "", "id", "said", "class", "unseen", "role", "status");
        html.leaf(
                "p",
                "Written by Tickbird " + version
                        + ". This file is complete: it loads nothing, sends nothing and works without a network.");
        html.end();
    }
}
