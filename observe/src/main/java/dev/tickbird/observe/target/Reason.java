// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import org.jspecify.annotations.Nullable;

/// Why a server did not let us in.
///
/// @param words one line in PostgreSQL's voice
/// @param hint what to do about it, in full sentences; null if we do not know
record Reason(String words, @Nullable String hint) {

    static Reason hungUp() {
        return new Reason(
                "the connection was closed before the server let us in",
                "Check that a PostgreSQL server listens there; its log may say why it hung up.");
    }

    static Reason stranger() {
        return new Reason(
                "what listens there is not a PostgreSQL server", "Check the port; PostgreSQL's is usually 5432.");
    }
}
