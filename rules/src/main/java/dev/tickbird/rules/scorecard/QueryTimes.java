// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// How many executions took longer than a time. pg_stat_statements counts no percentiles, but of each statement the
/// calls, the mean, the deviation, the least and the most; these leave only so much room.
///
/// @param statements without those that were never called
record QueryTimes(List<Times> statements) {

    private static final double FINEST_MILLIS = 0.001;
    private static final double COARSEST_MILLIS = 1e9;
    private static final int STEPS = 60;

    /// The times of one statement, in milliseconds.
    ///
    /// @param deviation of all its executions, not of a sample
    /// @param least 0 if it is not known
    /// @param most infinite if it is not known
    record Times(long calls, double mean, double deviation, double least, double most) {

        /// The largest share of its executions that can have taken longer.
        double atMostSlower(double millis) {
            if (millis >= most) {
                return 0;
            }
            if (millis <= mean) {
                return 1;
            }
            double gap = millis - mean;
            double byDeviation = deviation * deviation / (deviation * deviation + gap * gap); // Cantelli
            double byMean = (mean - least) / (millis - least); // Markov
            return Math.min(byDeviation, byMean);
        }

        /// The smallest share of its executions that must have taken longer.
        double atLeastSlower(double millis) {
            if (millis < least) {
                return 1;
            }
            if (millis >= mean) {
                return 0;
            }
            double gap = mean - millis;
            double byDeviation = gap * gap / (deviation * deviation + gap * gap);
            double byMost = Double.isInfinite(most) ? 0 : gap / (most - millis);
            return Math.max(byDeviation, byMost);
        }
    }

    QueryTimes {
        statements = List.copyOf(statements);
    }

    long calls() {
        return statements.stream().mapToLong(Times::calls).sum();
    }

    /// The time that a percentile is not below.
    double atLeast(double percentile) {
        double time = where(percentile, Times::atLeastSlower);
        return time <= FINEST_MILLIS ? 0 : time;
    }

    /// The time that a percentile is not above; infinite if nothing says so.
    double atMost(double percentile) {
        double time = where(percentile, Times::atMostSlower);
        return time >= COARSEST_MILLIS ? Double.POSITIVE_INFINITY : time;
    }

    /// Where the share of slower executions falls to what the percentile leaves. Halving the range so often leaves
    /// less than is worth telling.
    private double where(double percentile, ToDoubleBiFunction<Times, Double> slower) {
        double allowed = (1 - percentile) * calls();
        double low = FINEST_MILLIS / 2;
        double high = COARSEST_MILLIS * 2;
        for (int step = 0; step < STEPS; step++) {
            double middle = Math.sqrt(low * high);
            double executions = statements.stream()
                    .mapToDouble(it -> it.calls() * slower.applyAsDouble(it, middle))
                    .sum();
            if (executions > allowed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
