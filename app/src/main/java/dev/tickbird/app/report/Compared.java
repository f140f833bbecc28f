// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Comparison;

/// Two targets beside each other, ready to be told.
///
/// @param version of Tickbird
public record Compared(String version, Look before, Look after, Comparison comparison) {

    /// One of the two.
    ///
    /// @param target as the user named it, without secrets
    public record Look(String target, Snapshot snapshot) {}

    public static Compared of(String version, Look before, Look after) {
        return new Compared(version, before, after, Comparison.of(before.snapshot(), after.snapshot()));
    }
}
