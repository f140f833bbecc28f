// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import java.util.Locale;

/// What a change does to a query, as far as the planner can tell; the worst first.
public enum Verdict {
    WORSE,
    SAME,
    BETTER;

    /// Costs that are no further apart than this are the same.
    public static final double THRESHOLD = 0.01;

    /// Nor those that differ by less than reading a page costs: nobody waits for that.
    public static final double NOTHING = 1;

    static Verdict of(double before, double after) {
        if (Math.abs(after - before) <= Math.max(NOTHING, THRESHOLD * Math.max(before, after))) {
            return SAME;
        }
        return after > before ? WORSE : BETTER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
