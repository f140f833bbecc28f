// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import org.jspecify.annotations.Nullable;

/// Something of the source that the twin does not have, or has in another way.
///
/// @param subject what it is about: `extension postgis`, `table public.places`
/// @param reason one line, in PostgreSQL's words where PostgreSQL refused
/// @param hint what would close the gap, in full sentences; null if nothing would
public record TwinGap(
        String subject, String reason, @Nullable String hint) {

    static TwinGap of(String subject, String reason) {
        return new TwinGap(subject, reason, null);
    }

    @Override
    public String toString() {
        return subject + ": " + reason;
    }
}
