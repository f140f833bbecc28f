// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the reader's screen can show.
///
/// @param width in columns
/// @param colour whether colours are obeyed and wanted
/// @param unicode whether lines and dashes may be drawn with more than ASCII
public record Terminal(int width, boolean colour, boolean unicode) {

    /// What is no screen: no colours, the usual width.
    public static final Terminal PLAIN = new Terminal(80, false, true);

    private static final int NARROWEST = 40;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");

    public Terminal {
        width = Math.max(width, NARROWEST);
    }

    /// The screen this process writes to.
    public static Terminal here() {
        boolean interactive = isInteractive();
        Charset charset = System.out.charset();
        return of(System.getenv(), interactive, charset, Terminal::measuredWidth);
    }

    /// A file: as wide as `COLUMNS` says, or as usual.
    public static Terminal inFile() {
        return of(System.getenv(), false, StandardCharsets.UTF_8, OptionalInt::empty);
    }

    /// Whether a person reads what this process writes.
    public static boolean isInteractive() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /// Whether a person sees what this process writes to stderr. Java asks only for all streams at once; Linux tells.
    public static boolean showsErrors() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString().matches("/dev/(pts/.+|tty.*|console)");
        } catch (IOException e) {
            return isInteractive();
        }
    }

    /// `NO_COLOR` and dumb terminals are respected, `COLUMNS` overrides what is measured.
    static Terminal of(
            Map<String, String> environment, boolean interactive, Charset charset, Supplier<OptionalInt> measured) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                width(environment, interactive, measured),
                interactive && !unwanted,
                charset.equals(StandardCharsets.UTF_8));
    }

    private static int width(Map<String, String> environment, boolean interactive, Supplier<OptionalInt> measured) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(columns);
        }
        return interactive ? measured.get().orElse(PLAIN.width()) : PLAIN.width();
    }

    /// Java does not know how wide a terminal is; `stty` does, where it exists.
    private static OptionalInt measuredWidth() {
        File terminal = new File("/dev/tty");
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(Redirect.DISCARD)
                    .start();
            Matcher size = SIZE.matcher(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            return size.matches() && !size.group(1).equals("0")
                    ? OptionalInt.of(Integer.parseInt(size.group(1)))
                    : OptionalInt.empty();
        } catch (IOException e) { // no stty or no terminal to ask: the usual width will do
            return OptionalInt.empty();
        }
    }
}
