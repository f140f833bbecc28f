// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.report.Format;
import dev.tickbird.app.report.Printable;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.server.ServerException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Where the program starts.
public final class Main {

    /// Kept, for a logger that nobody holds forgets its level.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private static final int LINES_TOLD = 5; // of what a program of PostgreSQL has said

    private Main() {}

    public static void main(String[] arguments) {
        Stdout stdout = new Stdout();
        System.setOut(new PrintStream(new BufferedOutputStream(stdout), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        int code = run(arguments);
        if (System.out.checkError()) {
            code = stdout.isAbandoned() ? ExitCode.ABANDONED : ExitCode.USAGE;
            if (code == ExitCode.USAGE) { // as on a full disk
                System.err.println("tickbird: error: could not write everything to stdout");
            }
        }
        System.exit(code);
    }

    static int run(String... arguments) {
        DRIVER.setLevel(Level.OFF); // what it has to say it throws
        CommandLine line = commandLine();
        line.setUsageHelpAutoWidth(true);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        line.setParameterExceptionHandler(Main::explainUsage);
        return line.execute(arguments);
    }

    /// Every command with its options: what the documentation is made from.
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new TickbirdCommand());
        line.registerConverter(Severity.class, new Choice<>(Severity.class));
        line.registerConverter(Format.class, new Choice<>(Format.class));
        line.registerConverter(int.class, Main::number);
        line.registerConverter(Integer.class, Main::number);
        return line;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException('"' + text + "\" is no whole number");
        }
    }

    private static int explainUsage(CommandLine.ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        String message = inOurVoice(String.valueOf(mistake.getMessage()));
        List<String> suggestions = List.of();
        if (mistake instanceof CommandLine.UnmatchedArgumentException unmatched) {
            suggestions = unmatched.getSuggestions();
            message = unmatched(unmatched);
        }
        String help = "\"" + command.getCommandSpec().qualifiedName() + " --help\" tells more.";
        String hint = suggestions.isEmpty() ? help : "Did you mean \"" + suggestions.getFirst() + "\"? " + help;
        tell(command.getErr(), message, hint);
        return ExitCode.USAGE;
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException mistake) {
        String word = '"' + mistake.getUnmatched().getFirst() + '"';
        if (mistake.isUnknownOption()) {
            return "there is no option " + word;
        }
        boolean wantsCommand = !mistake.getCommandLine().getSubcommands().isEmpty();
        return wantsCommand ? "there is no command " + word : "argument " + word + " is one too many";
    }

    /// The library begins with a capital and quotes with apostrophes.
    private static String inOurVoice(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT)
                + message.substring(1).replaceAll("'([^']*)'", "\"$1\"");
    }

    /// Failures that a user can mend are told; anything else is a defect of ours, whose trace goes into a file.
    private static int explain(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        return switch (failure) {
            case TickbirdException known -> {
                tell(err, known.message(), known.hint());
                yield known.kind() == TickbirdException.Kind.USAGE ? ExitCode.USAGE : ExitCode.TARGET;
            }
            case ServerException known -> {
                tell(err, known);
                yield ExitCode.TARGET;
            }
            case CancellationException _ -> ExitCode.INTERRUPTED; // the user knows
            case IOException known -> {
                tell(err, "could not write: " + known.getMessage(), null);
                yield ExitCode.USAGE;
            }
            case UncheckedIOException known -> {
                tell(err, String.valueOf(known.getMessage()), null);
                yield ExitCode.USAGE;
            }
            default -> {
                tell(err, "internal error: " + failure, Defect.of(failure).hint());
                yield ExitCode.TARGET;
            }
        };
    }

    /// What a program of PostgreSQL's said may be long; the reason stands in its last lines.
    private static void tell(PrintWriter err, ServerException known) {
        tell(err, known.title(), null);
        List<String> lines = known.detail().lines().toList();
        lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size())
                .forEach(line -> err.println("DETAIL:  " + Printable.line(line)));
        if (!known.hint().isEmpty()) {
            err.println("HINT:  " + Printable.line(known.hint()));
        }
    }

    private static void tell(PrintWriter err, String message, @Nullable String hint) {
        err.println("tickbird: error: " + Printable.line(message));
        if (hint != null) {
            err.println("HINT:  " + Printable.line(hint));
        }
    }
}
