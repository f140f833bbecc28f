// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.time.Duration;

/// How long to wait for a server; zero means for ever.
///
/// @param connect until it lets us in, unless the target itself names a `connect_timeout`
/// @param silence for its next word: longer than any statement may take, else it is taken for dead
public record Timeouts(Duration connect, Duration silence) {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);

    /// The timeouts that fit statements which are cancelled after the given time.
    public static Timeouts forStatements(Duration statement) {
        return new Timeouts(CONNECT, statement.isZero() ? Duration.ZERO : statement.plus(GRACE));
    }
}
