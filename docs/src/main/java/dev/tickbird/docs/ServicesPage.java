// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.HostWork;
import java.util.Arrays;
import java.util.Locale;

/// How what a cure asks of the owner of a host is done on each service, or that it cannot be.
final class ServicesPage {

    private ServicesPage() {}

    static String text() {
        StringBuilder text = new StringBuilder(Markdown.resource("managed-services.md"));
        for (HostWork work : HostWork.values()) {
            text.append("\n## ").append(work.title()).append("\n\n").append(Markdown.head("where", "how"));
            Arrays.stream(Edition.values())
                    .filter(edition -> !work.on(edition).isEmpty())
                    .forEach(edition -> text.append(Markdown.row(edition.displayName(), work.on(edition))));
        }
        return Markdown.page(
                "model/src/main/java/dev/tickbird/model/server/HostWork.java or"
                        + " docs/src/main/resources/dev/tickbird/docs/managed-services.md",
                text.toString());
    }

    /// From the page of a rule.
    static String link(HostWork work) {
        String anchor = work.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_ -]", "")
                .replace(' ', '-');
        return "[" + work.title() + "](../managed-services.md#" + anchor + ")";
    }
}
