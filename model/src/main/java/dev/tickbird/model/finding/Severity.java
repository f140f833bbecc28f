// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.Locale;

/// How bad, worst first.
public enum Severity {
    /// Data loss, outage or breach, now or soon.
    CRITICAL,
    /// Costs you today.
    WARNING,
    /// Will cost you.
    ADVICE,
    /// Good to know.
    NOTE;

    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
