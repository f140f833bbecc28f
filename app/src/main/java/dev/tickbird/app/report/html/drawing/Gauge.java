// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.rules.scorecard.Goal;
import dev.tickbird.rules.scorecard.Grade;
import dev.tickbird.rules.scorecard.Reading;
import java.util.Locale;
import java.util.Optional;

/// A half circle with the goal at its top: good is on the left, too much on the right, ten times as far from it at each
/// quarter. What is known is a hand, or the range in which it lies; what was before is a hollow one.
public final class Gauge {

    private static final double MIDDLE = 100;
    private static final double BASE = 100;
    private static final double RADIUS = 80;
    private static final double HAND = 92;
    private static final double FOOT = 66;

    /// So many times better or worse than the goal lie between its top and an end.
    private static final double DECADES = 2;

    private final Grade grade;
    private final Html html;

    private Gauge(Grade grade, Html html) {
        this.grade = grade;
        this.html = html;
    }

    /// The words beside it say the same, so a screen reader skips it.
    public static void draw(Grade grade, Optional<Grade> before, Html html) {
        html.start("svg", "class", "gauge", "viewBox", "0 0 200 112", "aria-hidden", "true", "focusable", "false");
        new Gauge(grade, html).draw(before);
        html.end();
    }

    private void draw(Optional<Grade> before) {
        arc("gauge-good", 0, 0.5);
        arc("gauge-bad", 0.5, 1);
        html.empty("path", "class", "gauge-goal", "d", spoke(0.5, FOOT, HAND + 4));
        if (before.isPresent() && before.get().reading() instanceof Reading.Measured earlier) {
            hand("gauge-before", earlier);
        }
        if (grade.reading() instanceof Reading.Measured measured) {
            hand("gauge-hand", measured);
        }
    }

    private void hand(String kind, Reading.Measured measured) {
        double least = place(measured.least());
        double most = place(measured.most());
        if (Math.abs(most - least) > 0.01) {
            arc(kind, Math.min(least, most), Math.max(least, most));
        }
        html.empty("path", "class", kind, "d", spoke(least, FOOT, HAND));
        html.empty("path", "class", kind, "d", spoke(most, FOOT, HAND));
    }

    private void arc(String kind, double from, double to) {
        html.empty(
                "path",
                "class",
                kind,
                "d",
                "M" + point(from, RADIUS) + " A" + number(RADIUS) + ' ' + number(RADIUS) + " 0 0 1 "
                        + point(to, RADIUS));
    }

    /// Where a value lies between the ends, by how many times it misses or beats the goal.
    private double place(double value) {
        Goal goal = grade.goal();
        double ratio = goal.moreIsBetter() ? (1 - value) / (1 - goal.limit()) : value / goal.limit();
        return Math.clamp(0.5 + Math.log10(Math.max(ratio, 1e-9)) / (2 * DECADES), 0, 1);
    }

    private static String spoke(double place, double from, double to) {
        return "M" + point(place, from) + " L" + point(place, to);
    }

    private static String point(double place, double radius) {
        double angle = Math.PI * (1 - place);
        return number(MIDDLE + radius * Math.cos(angle)) + ' ' + number(BASE - radius * Math.sin(angle));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
