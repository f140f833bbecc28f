// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// What a command has said, how it ended and how long that took.
record Run(int code, String out, String err, Duration took) {

    /// Runs the program in this process, with its own stdout and stderr.
    static Run of(String... arguments) {
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        long start = System.nanoTime();
        try (PrintStream capturedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream capturedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(capturedOut);
            System.setErr(capturedErr);
            int code = Main.run(arguments);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), took);
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }

    /// It failed with one message, on one line, perhaps with a hint, and nothing else: no report, no stack trace.
    Run failsWith(int expected, String message) {
        assertThat(err).contains(message);
        assertThat(complaints()).allMatch(line -> line.matches("(tickbird: (error|warning): |HINT:  ).*"));
        assertThat(complaints().stream().filter(line -> line.startsWith("tickbird: error: ")))
                .hasSize(1);
        assertThat(out).isEmpty();
        assertThat(code).as(err).isEqualTo(expected);
        return this;
    }

    Run hints(String hint) {
        assertThat(err.lines().filter(line -> line.startsWith("HINT:  ")))
                .singleElement()
                .asString()
                .contains(hint);
        return this;
    }

    /// It did what it was asked, and had nothing to complain about.
    Run succeedsWith(int expected) {
        assertThat(code).as(err).isEqualTo(expected);
        assertThat(complaints()).isEmpty();
        return this;
    }

    /// What it said on stderr beside its progress, which a busy machine may see.
    List<String> complaints() {
        return err.lines()
                .filter(line -> !line.matches("tickbird: (connecting to|reading|examining|building|rehearsing|planning"
                        + "|making|the twin lacks|writing)[ :]?.*"))
                .toList();
    }

    Run within(Duration limit) {
        assertThat(took).isLessThan(limit);
        return this;
    }
}
