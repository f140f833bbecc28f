// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.Locale;

/// How far a remedy has been tried.
public record Proof(Verdict verdict, String reason) {

    /// Strongest first.
    public enum Verdict {
        MEASURED,
        PLANNED,
        REHEARSED,
        REASONED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Proof reasoned(String reason) {
        return new Proof(Verdict.REASONED, reason);
    }
}
