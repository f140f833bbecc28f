// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.markup.Html;
import java.util.List;

/// Bars in a table: each row is a name, a bar and the same in figures, so that the drawing is its own description and
/// gives way on a narrow page.
///
/// @param columns the heads of the figures
/// @param rows one bar each
/// @param full how much fills the whole width
record Bars(String caption, String names, List<String> columns, List<Bar> rows, double full) {

    /// @param parts drawn one after the other
    /// @param figures one a column
    record Bar(String name, List<Part> parts, List<String> figures) {}

    /// @param kind what it is, a word of the style sheet: `heap`, `indexes`, `toast`, `dead`, `live`
    record Part(String kind, double amount) {}

    private static final double WIDTH = 1000;

    void draw(Html html) {
        html.start("table", "class", "bars");
        html.leaf("caption", caption);
        html.start("thead");
        html.start("tr");
        html.leaf("th", names, "scope", "col");
        html.start("td", "class", "bar");
        html.end();
        columns.forEach(column -> html.leaf("th", column, "scope", "col", "class", "number"));
        html.end();
        html.end();
        html.start("tbody");
        rows.forEach(row -> row(row, html));
        html.end();
        html.end();
    }

    private void row(Bar row, Html html) {
        html.start("tr");
        html.leaf("th", row.name(), "scope", "row", "class", "name");
        html.start("td", "class", "bar");
        bar(row, html);
        html.end();
        for (int i = 0; i < row.figures().size(); i++) {
            html.leaf("td", row.figures().get(i), "class", "number", "data-head", columns.get(i));
        }
        html.end();
    }

    private void bar(Bar row, Html html) {
        html.start(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 1000 12",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true",
                "focusable",
                "false");
        double x = 0;
        for (Part part : row.parts()) {
            double width = full <= 0 ? 0 : part.amount() / full * WIDTH;
            if (width > 0) {
                html.empty(
                        "rect",
                        "class",
                        "part-" + part.kind(),
                        "x",
                        tenth(x),
                        "y",
                        "0",
                        "width",
                        tenth(Math.max(width, 2)),
                        "height",
                        "12");
            }
            x += width;
        }
        html.end();
    }

    private static String tenth(double number) {
        return String.valueOf(Math.round(number * 10) / 10.0);
    }
}
