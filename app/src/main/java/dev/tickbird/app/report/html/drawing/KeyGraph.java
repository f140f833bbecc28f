// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Table;
import java.util.List;

/// Which table points to which: tables as boxes, foreign keys as arrows from the referencing table to the referenced
/// one, and those that no index serves drawn so that they cannot be missed.
public final class KeyGraph {

    private static final int LISTED = 200;

    private KeyGraph() {}

    public static void draw(Snapshot snapshot, List<Finding> findings, Html html) {
        if (!snapshot.observed().contains(Table.class) || !snapshot.observed().contains(ForeignKey.class)) {
            html.leaf("p", "Foreign keys were not observed.", "class", "empty");
            return;
        }
        KeySelection selection = KeySelection.of(snapshot, findings);
        if (selection.all() == 0) {
            html.leaf("p", "No table references another.", "class", "empty");
            return;
        }
        html.leaf("p", summary(selection));
        if (!selection.keys().isEmpty()) {
            legend(html);
            drawing(selection, html);
            inWords(selection, html);
        }
    }

    private static String summary(KeySelection selection) {
        String all = Words.count(selection.all(), "foreign key") + (selection.all() == 1 ? " joins " : " join ")
                + Words.count(selection.linked(), "table") + "; "
                + Words.count(selection.missing().size())
                + (selection.missing().size() == 1 ? " has" : " have") + " no index.";
        if (selection.tables().size() == selection.linked()) {
            return all;
        }
        if (selection.tables().isEmpty()) {
            return all + " That is too much to draw, and none of these tables has a finding.";
        }
        return all + " That is too much to draw: these are "
                + selection.tables().size() + " tables that have findings, or are next to one that has.";
    }

    private static void legend(Html html) {
        Legend.start(html);
        Legend.entry("edge-sample", "has an index", html);
        Legend.entry("edge-sample-missing", "has no index: deletes and joins read the whole table", html);
        Legend.entry("node-sample-finding", "table with a finding", html);
        Legend.end(html);
    }

    private static void drawing(KeySelection selection, Html html) {
        KeyPicture picture = KeyPicture.of(selection);
        html.start("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "foreign keys, drawn");
        picture.draw(html);
        html.end();
    }

    private static void inWords(KeySelection selection, Html html) {
        html.start("details", "class", "words");
        html.leaf("summary", "The same in words");
        html.start("ul");
        selection.keys().stream().limit(LISTED).forEach(key -> {
            html.start("li");
            html.text(selection.name(key.relation()) + " (" + String.join(", ", key.columns()) + ") references "
                    + selection.name(key.referenced()));
            if (selection.missing().contains(key)) {
                html.leaf("strong", ", no index");
            }
            html.end();
        });
        html.end();
        if (selection.keys().size() > LISTED) {
            html.leaf("p", "and " + Words.count(selection.keys().size() - LISTED) + " more");
        }
        html.end();
    }
}
