// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.figures.TableFigures;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Words;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which tables hold rows that nobody can see any more and vacuum has not removed yet.
public final class DeadRowBars {

    private static final int SHOWN = 12;

    /// Fewer dead rows are the ordinary breathing of a table: autovacuum's own threshold is fifty.
    private static final long WORTH_SHOWING = 1_000;

    private DeadRowBars() {}

    public static void draw(List<TableFigures> figures, Html html) {
        if (figures.stream().noneMatch(it -> it.dead() != null)) {
            html.leaf("p", "Dead rows were not observed.", "class", "empty");
            return;
        }
        List<TableFigures> worst = figures.stream()
                .filter(it -> dead(it) >= WORTH_SHOWING)
                .sorted(Comparator.comparingLong(DeadRowBars::dead).reversed())
                .toList();
        if (worst.isEmpty()) {
            html.leaf("p", "No table holds more than a thousand dead rows.", "class", "empty");
            return;
        }
        html.leaf("p", summary(worst));
        Legend.start(html);
        Legend.entry("part-dead", "dead rows", html);
        Legend.entry("part-live", "live rows", html);
        Legend.end(html);
        List<Bars.Bar> bars = worst.stream().limit(SHOWN).map(DeadRowBars::bar).toList();
        new Bars("Dead rows, as a share of all rows", "table", List.of("dead", "of all", "live"), bars, 1).draw(html);
    }

    private static String summary(List<TableFigures> worst) {
        TableFigures first = worst.getFirst();
        String more = worst.size() > SHOWN ? " The " + SHOWN + " with the most are drawn." : "";
        return Words.count(worst.size(), "table") + (worst.size() == 1 ? " holds" : " hold")
                + " a thousand dead rows or more; the most are in "
                + first.table().qualifiedName() + ": " + Words.count(dead(first)) + ", "
                + Words.percent(first.deadShare()).replace(' ', '\u00a0') + " of its rows." + more;
    }

    private static Bars.Bar bar(TableFigures each) {
        return new Bars.Bar(
                each.table().qualifiedName().toString(),
                List.of(new Bars.Part("dead", each.deadShare()), new Bars.Part("live", 1 - each.deadShare())),
                List.of(
                        Words.count(dead(each)),
                        Words.percent(each.deadShare()),
                        each.rows() == null ? "\u2013" : Words.count(each.rows())));
    }

    private static long dead(TableFigures figures) {
        @Nullable Long dead = figures.dead();
        return dead == null ? 0 : dead;
    }
}
