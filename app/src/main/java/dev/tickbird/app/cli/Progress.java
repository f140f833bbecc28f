// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.report.Printable;
import dev.tickbird.app.report.Terminal;
import java.time.Duration;
import java.time.Instant;

/// Says on a terminal what goes on, once that has taken longer than a second. Where stderr is none, such as in the log
/// of a nightly run, it says nothing, unless `-Dtickbird.progress=true` asks for a line now and then.
final class Progress implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final String ERASE_LINE = "\r\u001B[K";

    private final boolean terminal = Terminal.showsErrors();
    private final boolean wanted = Boolean.getBoolean("tickbird.progress");
    private Instant next = Instant.now().plus(QUIET);
    private boolean shown;

    void show(String what) {
        Instant now = Instant.now();
        if (now.isBefore(next)) {
            return;
        }
        String line = "tickbird: " + Printable.line(what);
        if (terminal) {
            System.err.print(ERASE_LINE + line + " …");
            shown = true;
        } else if (wanted) {
            System.err.println(line);
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
