// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.Locale;

/// How far a remedy has been tried.
///
/// @param reason what was tried and came of it, or why it could not be tried
/// @param before what was so before the remedy; empty where nothing was compared
/// @param after what was so after it; empty where nothing was compared
public record Proof(Verdict verdict, String reason, String before, String after) {

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

    /// One that compares nothing.
    public Proof(Verdict verdict, String reason) {
        this(verdict, reason, "", "");
    }

    /// Tried on the twin: cured and undone.
    public static Proof rehearsed(String reason, String before, String after) {
        return new Proof(Verdict.REHEARSED, reason, before, after);
    }

    /// Whether it says what was so before and after.
    public boolean compares() {
        return !before.isEmpty() || !after.isEmpty();
    }

    public static Proof reasoned(String reason) {
        return new Proof(Verdict.REASONED, reason);
    }
}
