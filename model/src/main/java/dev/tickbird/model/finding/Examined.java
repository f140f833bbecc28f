// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.Locale;

/// What became of one rule in one run. Silence is never blindness: a rule that could not see says so.
///
/// @param reason why it was not examined, or what it could not see; empty if it saw everything
public record Examined(String rule, State state, String reason) {

    public enum State {
        CLEAN,
        FINDING,
        NOT_EXAMINED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
