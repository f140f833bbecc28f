// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.report.Terminal;
import java.time.Duration;
import java.time.Instant;

/// Says on stderr what goes on, once that has taken longer than a second: in place on a terminal, a line now
/// and then elsewhere.
final class Progress implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final String ERASE_LINE = "\r\u001B[K";

    private final boolean terminal = Terminal.isInteractive();
    private Instant next = Instant.now().plus(QUIET);
    private boolean shown;

    void show(String what) {
        Instant now = Instant.now();
        if (now.isBefore(next)) {
            return;
        }
        if (terminal) {
            System.err.print(ERASE_LINE + "tickbird: " + what + " …");
            shown = true;
        } else {
            System.err.println("tickbird: " + what);
            next = now.plus(BETWEEN_LINES);
        }
    }

    @Override
    public void close() {
        if (shown) {
            System.err.print(ERASE_LINE);
        }
    }
}
