// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.finding.Words;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How long something would take on the real tables: from sizes and a stated pace, and never a promise.
///
/// @param time zero where nothing is read or written that grows with the tables; null where a size is not known
/// @param basis what the estimate rests on, in words
public record Estimate(@Nullable Duration time, String basis) {

    /// What is not known is taken for the longest.
    public static final Comparator<Estimate> BY_LENGTH =
            Comparator.comparing(Estimate::time, Comparator.nullsLast(Comparator.naturalOrder()));

    /// Whether it takes longer than anybody notices, as far as is known.
    public boolean isLong() {
        return time == null || !time.isZero();
    }

    /// `for about 40 seconds (writes 2.0 GB)`, or `for an instant`.
    public String length() {
        if (time == null) {
            return "for a time that cannot be estimated, since " + basis;
        }
        if (time.isZero()) {
            return "for an instant";
        }
        return "for " + (time.toSeconds() < 1 ? "less than a second" : "about " + Words.duration(time)) + " (" + basis
                + ")";
    }
}
