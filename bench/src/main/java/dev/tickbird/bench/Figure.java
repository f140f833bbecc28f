// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.util.Locale;

/// One line of a table: what was measured, what came out, and what we want.
///
/// @param goal empty if there is none
record Figure(String what, String result, String goal, boolean met) {

    static Figure of(String what, String result) {
        return new Figure(what, result, "", true);
    }

    static Figure atMost(String what, double value, double limit, String format) {
        return new Figure(what, formatted(format, value), "≤ " + formatted(format, limit), value <= limit);
    }

    /// The same with more behind the result.
    Figure with(String remark) {
        return new Figure(what, result + remark, goal, met);
    }

    String markdown() {
        String verdict = goal.isEmpty() ? "" : met ? "met" : "**missed**";
        return "| %s | %s | %s | %s |".formatted(what, result, goal, verdict);
    }

    static String formatted(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
