// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Rehearsing;
import dev.tickbird.app.Tickbird;
import dev.tickbird.app.report.Format;
import dev.tickbird.app.report.RehearsalJson;
import dev.tickbird.app.report.RehearsalReport;
import dev.tickbird.app.report.RehearsalText;
import dev.tickbird.app.report.Scripts;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.Version;
import dev.tickbird.observe.target.Target;
import dev.tickbird.server.Binaries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tickbird rehearse`: a script, tried on a twin of the target.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a script statement by statement on a twin of the target, and says what each locks and for how long,"
                    + " rewrites, reads from end to end and changes, where it fails, and whether its undo brings"
                    + " everything back.",
            "The twin is an embedded server with the target's schema and none of its rows, and gone afterwards. Nothing"
                    + " is run on the target. The script runs as no superuser; what would touch files, programs or the"
                    + " network is refused.",
            "Times are estimated from the sizes of the target's tables."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the script ran, and its undo, if there is one, restores the catalog",
            "1:the script or its undo fails or is refused, or the undo does not restore the catalog",
            "2:the command is wrong",
            "3:the target could not be examined, or no twin of it be built",
            "130:interrupted, as by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird rehearse service=shop migration.sql",
            "  tickbird rehearse shop.tickbird migration.sql --undo undo.sql",
            "  tickbird rehearse shop.tickbird migration.sql -o rehearsal.json"
        })
final class RehearseCommand implements Callable<Integer> {

    /// A session of the twin ends a statement that takes longer.
    private static final int LONGEST = 60;

    @Mixin
    private ScriptOptions scriptOptions = new ScriptOptions();

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long one statement of the script may take on the twin, up to 60"
                    + " (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private PlanningServer planningServer = new PlanningServer();

    @Mixin
    private Observing observing = new Observing();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "text or json. Several go to the files of -o in order; one without a file goes to stdout (default:"
                            + " text, or what the file's name says). docs/reference/json-rehearsal.md tells what json holds.")
    private List<Format> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write what was seen here; may be repeated.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > LONGEST) {
            throw TickbirdException.usage("--time-limit must be between 1 and " + LONGEST + " seconds", null);
        }
        Outputs outputs = Outputs.of(formats, files);
        outputs.all().forEach(output -> requireKnown(output.format()));
        outputs.requireWritable();
        return Interruptible.run(() -> rehearse(outputs));
    }

    private int rehearse(Outputs outputs) throws IOException {
        Optional<Binaries> installed = planningServer.installed();
        Scripts script = scriptOptions.script();
        Scripts undo = scriptOptions.undo();
        Target target = observing.target(scriptOptions.target());
        RehearsalReport report;
        try (Progress progress = new Progress()) {
            Tickbird tickbird = observing.tickbird(progress);
            Snapshot snapshot = tickbird.observe(target, Rehearsing.facts());
            Binaries binaries = PlanningServer.forSource(snapshot, installed, Optional.empty());
            Rehearsing.Outcome outcome = new Rehearsing(binaries, Duration.ofSeconds(seconds), progress::show)
                    .of(script.text(), undo.text(), snapshot);
            report = new RehearsalReport(
                    Version.NUMBER,
                    target.display(),
                    snapshot,
                    binaries.major(),
                    script,
                    undo,
                    outcome.rehearsed(),
                    outcome.gaps());
        }
        outputs.write((format, destination, out) -> write(report, format, destination, out));
        return report.isFine() ? ExitCode.FINE : ExitCode.FAILED;
    }

    private static void requireKnown(Format format) {
        switch (format) {
            case TEXT, JSON -> {}
            case HTML, SARIF, JUNIT, MARKDOWN ->
                throw TickbirdException.usage(
                        "a rehearsal cannot be written as " + format, "Write it as text or json.");
        }
    }

    private static void write(RehearsalReport report, Format format, Destination destination, Appendable out)
            throws IOException {
        switch (format) {
            case JSON -> RehearsalJson.write(report, out);
            case TEXT, HTML, SARIF, JUNIT, MARKDOWN -> RehearsalText.write(report, destination.terminal(), out);
        }
    }
}
