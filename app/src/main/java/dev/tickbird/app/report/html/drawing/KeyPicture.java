// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.drawing.LayeredLayout.Edge;
import dev.tickbird.app.report.html.drawing.LayeredLayout.Point;
import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The graph of foreign keys as SVG: each group of tables that hang together laid out by itself, the groups
/// side by side on shelves, the largest first.
final class KeyPicture {

    private static final int NARROWEST = 96;
    private static final int WIDEST = 176;
    private static final double LETTER = 7.4;
    private static final int PADDING = 10;

    /// What a page shows without scrolling when it may be a little smaller than drawn.
    private static final int SHELF_WIDTH = 1040;

    private static final int GAP = 40;
    private static final int MARGIN = 12;
    private static final int LOOP = 26;
    private static final int LABEL = 24;

    /// A group with its place on the drawing.
    private record Placed(KeyGroup group, double x, double y) {}

    private final KeySelection selection;
    private final List<Placed> groups = new ArrayList<>();
    private double width;
    private double height;

    private KeyPicture(KeySelection selection) {
        this.selection = selection;
    }

    static KeyPicture of(KeySelection selection) {
        KeyPicture picture = new KeyPicture(selection);
        picture.place(KeyGroup.of(selection, nodeWidth(selection)));
        return picture;
    }

    /// As wide as the longest name needs.
    private static int nodeWidth(KeySelection selection) {
        int longest = selection.tables().values().stream()
                .mapToInt(table -> selection.label(table).length())
                .max()
                .orElse(0);
        return Math.clamp((long) Math.ceil(longest * LETTER) + 2 * PADDING, NARROWEST, WIDEST);
    }

    private void place(List<KeyGroup> all) {
        double x = 0;
        double y = 0;
        double shelf = 0;
        for (KeyGroup group : all.stream()
                .sorted(Comparator.comparingInt((KeyGroup it) -> it.tables().size())
                        .reversed())
                .toList()) {
            if (x > 0 && x + group.layout().totalWidth() > SHELF_WIDTH) {
                x = 0;
                y += shelf + GAP;
                shelf = 0;
            }
            groups.add(new Placed(group, x, y));
            width = Math.max(width, x + group.layout().totalWidth());
            shelf = Math.max(shelf, group.layout().totalHeight());
            height = Math.max(height, y + shelf);
            x += group.layout().totalWidth() + GAP;
        }
    }

    void draw(Html html) {
        String w = number(width + LOOP + MARGIN);
        String h = number(height + 2 * MARGIN);
        html.start(
                "svg",
                "class",
                width <= SHELF_WIDTH ? "keys keys-fit" : "keys",
                "role",
                "img",
                "aria-label",
                "Graph of " + Words.count(selection.tables().size(), "table") + " and "
                        + Words.count(selection.keys().size(), "foreign key") + "; below it stands the same in words.",
                "width",
                w,
                "height",
                h,
                "viewBox",
                -MARGIN + " " + -MARGIN + " " + w + " " + h);
        arrowhead("arrow", html);
        arrowhead("arrow-missing", html);
        for (Placed placed : groups) {
            html.start("g", "transform", "translate(" + number(placed.x()) + " " + number(placed.y()) + ")");
            edges(placed.group(), html);
            nodes(placed.group(), html);
            html.end();
        }
        html.end();
    }

    private static void arrowhead(String id, Html html) {
        html.start(
                "marker",
                "id",
                id,
                "viewBox",
                "0 0 8 8",
                "refX",
                "7",
                "refY",
                "4",
                "markerWidth",
                "8",
                "markerHeight",
                "8",
                "markerUnits",
                "userSpaceOnUse",
                "orient",
                "auto");
        html.empty("path", "class", id, "d", "M0 0.5 L7.5 4 L0 7.5 z");
        html.end();
    }

    private void nodes(KeyGroup group, Html html) {
        for (int i = 0; i < group.tables().size(); i++) {
            Table table = group.tables().get(i);
            Point at = group.layout().node(i);
            int tall = group.heights()[i];
            html.start("g", "class", selection.troubled().contains(table.oid()) ? "node node-finding" : "node");
            html.leaf("title", table.qualifiedName().toString());
            html.empty(
                    "rect",
                    "x",
                    number(at.x()),
                    "y",
                    number(at.y()),
                    "width",
                    String.valueOf(group.nodeWidth()),
                    "height",
                    String.valueOf(tall),
                    "rx",
                    "3");
            label(selection.label(table), at, group.nodeWidth(), tall, html);
            html.end();
        }
    }

    /// In a drawing of its own, which cuts off what wide letters would write beside the box.
    private static void label(String label, Point at, int wide, int tall, Html html) {
        html.start(
                "svg",
                "x",
                number(at.x() + PADDING),
                "y",
                number(at.y()),
                "width",
                String.valueOf(wide - PADDING - 4),
                "height",
                String.valueOf(tall));
        html.leaf("text", Clip.label(LABEL, label), "y", number(tall / 2.0 + 4));
        html.end();
    }

    private void edges(KeyGroup group, Html html) {
        Map<Edge, Integer> drawn = new HashMap<>();
        for (ForeignKey key : group.keys()) {
            boolean missing = selection.missing().contains(key);
            Edge edge = group.edge(key);
            String path = edge.from() == edge.to()
                    ? loop(group, edge.from())
                    : KeyPaths.path(group, edge, drawn.merge(edge, 1, Integer::sum) - 1);
            html.start(
                    "path",
                    "class",
                    missing ? "edge edge-missing" : "edge",
                    "d",
                    path,
                    "marker-end",
                    missing ? "url(#arrow-missing)" : "url(#arrow)");
            html.leaf("title", title(key, missing));
            html.end();
        }
    }

    private String title(ForeignKey key, boolean missing) {
        return key.name() + ": " + selection.name(key.relation()) + " (" + String.join(", ", key.columns())
                + ") references " + selection.name(key.referenced()) + (missing ? "; no index" : "");
    }

    /// A table that references itself.
    private static String loop(KeyGroup group, int node) {
        Point at = group.layout().node(node);
        String right = number(at.x() + group.nodeWidth());
        String out = number(at.x() + group.nodeWidth() + LOOP);
        String high = number(at.y() + 7);
        String low = number(at.y() + group.heights()[node] - 7.0);
        return "M" + right + " " + high + " C" + out + " " + high + " " + out + " " + low + " " + right + " " + low;
    }

    static String number(double number) {
        return String.valueOf(Math.round(number * 10) / 10.0);
    }
}
