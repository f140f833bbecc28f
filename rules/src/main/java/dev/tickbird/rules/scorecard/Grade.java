// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import java.util.Locale;

/// How a server does with one goal.
public record Grade(Goal goal, Reading reading) {

    public enum Verdict {
        PASS,
        MISS,
        NOT_MEASURED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// A range with the limit in it tells neither.
    public Verdict verdict() {
        if (!(reading instanceof Reading.Measured measured)) {
            return Verdict.NOT_MEASURED;
        }
        boolean least = goal.isMetBy(measured.least());
        boolean most = goal.isMetBy(measured.most());
        return least != most ? Verdict.NOT_MEASURED : least ? Verdict.PASS : Verdict.MISS;
    }

    /// The value, or its range, as people say it; `?` if nothing is known.
    public String value() {
        return switch (reading) {
            case Reading.Unmeasured _ -> "?";
            case Reading.Measured measured -> {
                String least = goal.words(measured.least());
                String most = Double.isInfinite(measured.most()) ? "?" : goal.words(measured.most());
                yield least.equals(most) ? least : least + " to " + most;
            }
        };
    }
}
