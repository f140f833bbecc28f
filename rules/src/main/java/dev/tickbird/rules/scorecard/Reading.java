// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

/// What is known of a goal.
public sealed interface Reading {

    /// A value, or the range in which it lies.
    ///
    /// @param least the same as `most` where the value itself is known
    /// @param how how it was measured, in a sentence
    /// @param finer what would measure it more closely, in a sentence; empty if nothing need
    record Measured(double least, double most, String how, String finer) implements Reading {

        static Measured of(double value, String how) {
            return new Measured(value, value, how, "");
        }

        public boolean isRange() {
            return least != most;
        }
    }

    /// Nothing that would be a measurement.
    ///
    /// @param reason why, without a full stop
    /// @param remedy what would make it measurable, in full sentences
    record Unmeasured(String reason, String remedy) implements Reading {}
}
