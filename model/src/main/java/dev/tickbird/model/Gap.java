// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import org.jspecify.annotations.Nullable;

/// What could not be seen of a fact, and why.
///
/// @param fact what was to be read
/// @param extent whether nothing of it could be seen, or only a part
/// @param reason one line in PostgreSQL's voice
/// @param hint what would open the view, in full sentences; null if nothing would
public record Gap(
        Class<? extends Fact> fact,
        Extent extent,
        String reason,
        @Nullable String hint) {

    public enum Extent {
        NOTHING_SEEN,
        PARTLY_SEEN
    }
}
