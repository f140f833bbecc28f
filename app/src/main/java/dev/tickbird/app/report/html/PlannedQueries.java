// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.TwinReport;
import dev.tickbird.app.report.TwinWords;
import dev.tickbird.app.report.html.SortableTable.Cell;
import dev.tickbird.app.report.html.SortableTable.Column;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;

/// Every query that was planned: in a table, to see them all and to get to each, and then with its plans, to be opened.
/// What gets dearer comes first, and what stays the same last, however much it is.
final class PlannedQueries {

    static final List<Verdict> ORDER = List.of(Verdict.WORSE, Verdict.BETTER, Verdict.SAME);

    /// More would take a browser too long to draw.
    static final int MOST = 500;

    /// More that stay the same hide the others.
    private static final int SAME = 5;

    /// So many plans are open from the start.
    private static final int OPEN = 2;

    private final boolean asked;
    private final int all;
    private final List<Planned> shown;

    PlannedQueries(TwinReport report) {
        asked = !report.changes().isEmpty();
        all = report.answer().queries().size();
        List<Planned> ordered = new ArrayList<>();
        for (Verdict verdict : ORDER) {
            report.answer().queries().stream()
                    .filter(query -> query.verdict() == verdict)
                    .forEach(ordered::add);
        }
        shown = List.copyOf(ordered.subList(0, Math.min(MOST, all)));
    }

    static String anchor(Verdict verdict) {
        return "verdict-" + verdict;
    }

    void write(Html html) {
        html.start("section", "id", "queries", "aria-labelledby", "queries-title");
        html.leaf("h2", asked && all > 1 ? "Queries, the worst first" : "Queries", "id", "queries-title");
        if (shown.isEmpty()) {
            html.leaf("p", "None was planned.", "class", "empty");
        } else {
            if (all > shown.size()) {
                String words = "The first " + Words.count(shown.size()) + " of " + Words.count(all)
                        + " are shown; the JSON answer holds them all.";
                html.leaf("p", words);
            }
            Toolbar.write("queries", "query, table, index", html);
            tables(html);
            for (Verdict verdict : ORDER) {
                group(verdict, html);
            }
            Toolbar.nothing("No query holds all these words.", html);
        }
        html.end();
    }

    private void tables(Html html) {
        List<Integer> changed = places(Verdict.WORSE);
        changed.addAll(places(Verdict.BETTER));
        List<Integer> same = places(Verdict.SAME);
        if (changed.isEmpty() || same.size() <= SAME) {
            changed.addAll(same);
            table("Each query with its cost", changed, html);
            return;
        }
        table("Each query whose cost changes", changed, html);
        html.start("details", "class", "words");
        html.leaf("summary", Words.count(same.size(), "query") + " with the same cost");
        table("Each query whose cost stays the same", same, html);
        html.end();
    }

    private List<Integer> places(Verdict verdict) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).verdict() == verdict) {
                places.add(i);
            }
        }
        return places;
    }

    private void table(String caption, List<Integer> places, Html html) {
        List<Column> columns = asked
                ? List.of(
                        new Column("query", false),
                        new Column("verdict", true),
                        new Column("cost before", true),
                        new Column("cost after", true))
                : List.of(new Column("query", false), new Column("cost", true));
        List<List<Cell>> rows = places.stream().map(this::row).toList();
        new SortableTable(caption, columns, rows, -1).write(html);
    }

    private List<Cell> row(int place) {
        Planned query = shown.get(place);
        Cell name = Cell.leading(query.name(), "query-" + place);
        Cell after = cost(query.after().cost());
        return asked ? List.of(name, verdict(query), cost(query.before().cost()), after) : List.of(name, after);
    }

    private static Cell verdict(Planned query) {
        long order = Math.round(Math.min(query.factor(), 1e9) * 1e6);
        return Cell.marked(TwinWords.verdict(query), order, Mark.of(query.verdict()));
    }

    private static Cell cost(double cost) {
        return Cell.number(TwinWords.cost(cost), Math.round(cost * 100));
    }

    private void group(Verdict verdict, Html html) {
        List<Integer> places = places(verdict);
        if (places.isEmpty()) {
            return;
        }
        String anchor = anchor(verdict);
        html.start("section", "class", "group", "id", anchor, "aria-labelledby", anchor + "-title");
        html.start("div", "class", "group-head");
        html.start("h3", "id", anchor + "-title");
        html.text(heading(verdict));
        html.leaf("span", Words.count(places.size(), "query"), "class", "count");
        html.end();
        html.end();
        for (int place : places) {
            boolean open = place < OPEN && (verdict != Verdict.SAME || !asked);
            new QueryCard(shown.get(place), "query-" + place, asked).write(open, html);
        }
        html.end();
    }

    private String heading(Verdict verdict) {
        return switch (verdict) {
            case WORSE -> "Worse";
            case SAME -> asked ? "The same" : "Plans";
            case BETTER -> "Better";
        };
    }
}
