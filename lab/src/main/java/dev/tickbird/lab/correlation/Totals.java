// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

/// What PostgreSQL concludes from drawn rows about all rows of a table.
///
/// @param drawn how many rows were drawn
/// @param all how many there are
record Totals(double drawn, double all) {

    /// How many combinations there are in all: the estimator of Haas and Stokes that `estimate_ndistinct()` uses.
    long distinct(SampleTable.Count count) {
        double estimate = drawn * count.distinct() / (drawn - count.once() + count.once() * drawn / all);
        return Math.round(Math.min(all, Math.max((double) count.distinct(), estimate)));
    }

    /// In how many of the drawn rows a combination must be to be called common, as in `get_mincount_for_mcv_list()`.
    double fewest() {
        double divisor = all - drawn + 0.04 * drawn * (all - 1);
        return divisor == 0 ? 0 : drawn * (all - drawn) / divisor;
    }
}
