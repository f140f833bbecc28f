// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.markup.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table whose heads are buttons that sort it. It comes sorted by the column named, greatest first.
///
/// @param sorted the place of that column
record SortableTable(String caption, List<Column> columns, List<List<Cell>> rows, int sorted) {

    record Column(String head, boolean number) {}

    /// @param order what a number is sorted by; null for text, and for a number that is not known
    /// @param mark what stands before the text; null for nothing
    /// @param anchor where the text leads to; null for nowhere
    record Cell(
            String text,
            @Nullable Long order,
            @Nullable Mark mark,
            @Nullable String anchor) {

        static Cell text(String text) {
            return new Cell(text, null, null, null);
        }

        static Cell number(String text, long order) {
            return new Cell(text, order, null, null);
        }

        static Cell marked(String text, long order, Mark mark) {
            return new Cell(text, order, mark, null);
        }

        static Cell leading(String text, String anchor) {
            return new Cell(text, null, null, anchor);
        }
    }

    void write(Html html) {
        html.start("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.start("table", "class", "sortable");
        html.leaf("caption", caption);
        html.start("thead");
        html.start("tr");
        for (int i = 0; i < columns.size(); i++) {
            head(columns.get(i), i == sorted, html);
        }
        html.end();
        html.end();
        html.start("tbody");
        for (List<Cell> row : rows) {
            html.start("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), columns.get(i), i == 0, html);
            }
            html.end();
        }
        html.end();
        html.end();
        html.end();
    }

    private static void head(Column column, boolean isSorted, Html html) {
        html.start(
                "th",
                "scope",
                "col",
                "class",
                column.number() ? "number" : "name",
                "aria-sort",
                isSorted ? "descending" : "none");
        html.leaf("button", column.head(), "type", "button", "class", "sort");
        html.end();
    }

    private static void cell(Cell cell, Column column, boolean first, Html html) {
        String kind = column.number() ? "number" : "name";
        if (first) {
            html.start("th", "scope", "row", "class", kind);
        } else if (cell.order() == null) {
            html.start("td", "class", kind);
        } else {
            html.start("td", "class", kind, "data-order", String.valueOf(cell.order()));
        }
        if (cell.anchor() != null) {
            html.leaf("a", cell.text(), "href", "#" + cell.anchor());
        } else if (cell.mark() != null) {
            html.start("span", "class", "marked " + cell.mark().tone());
            cell.mark().draw(html);
            html.text(cell.text());
            html.end();
        } else {
            html.text(cell.text());
        }
        html.end();
    }
}
