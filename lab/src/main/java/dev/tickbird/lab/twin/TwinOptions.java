// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.server.Binaries;
import java.time.Duration;
import java.util.Optional;

/// What twin to build.
///
/// @param binaries the PostgreSQL it runs on; empty for the embedded one of the source's major
/// @param timeLimit how long building may take, the server's start included
public record TwinOptions(Face face, Optional<Binaries> binaries, Duration timeLimit) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public static TwinOptions of(Face face) {
        return new TwinOptions(face, Optional.empty(), PATIENCE);
    }

    /// On another PostgreSQL: the next major, or an installed one that has the source's extensions.
    public TwinOptions on(Binaries other) {
        return new TwinOptions(face, Optional.of(other), timeLimit);
    }

    public TwinOptions within(Duration limit) {
        return new TwinOptions(face, binaries, limit);
    }
}
