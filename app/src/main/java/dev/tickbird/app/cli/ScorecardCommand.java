// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.app.report.Format;
import dev.tickbird.app.report.ScorecardJson;
import dev.tickbird.app.report.ScorecardReport;
import dev.tickbird.app.report.ScorecardText;
import dev.tickbird.app.report.html.ScorecardHtml;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.Version;
import dev.tickbird.observe.target.FileTarget;
import dev.tickbird.observe.target.Target;
import dev.tickbird.rules.scorecard.Scorecard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tickbird scorecard`: what a healthy server reaches, and what this one does.
@Command(
        name = "scorecard",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures a server against ten goals: query times, time to connect, memory hits, bloat, replication lag,"
                    + " data lost in a disaster, recovery, uptime, failover.",
            "A goal that cannot be measured from here says why, and what would measure it. Nothing is written to the"
                    + " target; it is connected to nine times."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the scorecard is written, whatever it says",
            "2:the command is wrong",
            "3:the target could not be examined"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird scorecard service=shop",
            "  tickbird scorecard service=shop --since monday.tickbird      before and after",
            "  tickbird scorecard shop.tickbird -o scorecard.html"
        })
final class ScorecardCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions targetOptions = new TargetOptions();

    @Option(
            names = "--since",
            paramLabel = "SNAPSHOT",
            description =
                    "An earlier snapshot file of the same server: its grades stand beside the new ones, and what the"
                            + " server counts is counted from there.")
    private @Nullable Path since;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "text, json or html. Several go to the files of -o in order; one without a file goes to stdout"
                            + " (default: text, or what the file's name says).")
    private List<Format> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the scorecard here; may be repeated.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        Outputs outputs = Outputs.of(formats, files);
        outputs.all().forEach(output -> requireKnown(output.format()));
        outputs.requireWritable();
        Target target = targetOptions.target();
        ScorecardReport report = report(target);
        outputs.write((format, destination, out) -> write(report, format, destination, out));
        return ExitCode.FINE;
    }

    private static void write(ScorecardReport report, Format format, Destination destination, Appendable out)
            throws IOException {
        switch (format) {
            case JSON -> ScorecardJson.write(report, out);
            case HTML -> ScorecardHtml.write(report, out);
            case TEXT, SARIF, JUNIT, MARKDOWN -> ScorecardText.write(report, destination.terminal(), out);
        }
    }

    private ScorecardReport report(Target target) {
        try (Progress progress = new Progress()) {
            Tickbird tickbird = targetOptions.tickbird(progress);
            Optional<Snapshot> earlier =
                    Optional.ofNullable(since).map(file -> tickbird.observe(new FileTarget(file), Scorecard.facts()));
            Snapshot snapshot = tickbird.observe(target, Scorecard.facts());
            List<Duration> connecting = tickbird.connecting(target);
            return new ScorecardReport(
                    Version.NUMBER,
                    target.display(),
                    snapshot,
                    earlier.map(before -> Scorecard.since(before, snapshot, connecting))
                            .orElseGet(() -> Scorecard.of(snapshot, connecting)),
                    earlier.map(before -> new ScorecardReport.Earlier(
                            String.valueOf(since), before, Scorecard.of(before, List.of()))));
        }
    }

    private static void requireKnown(Format format) {
        switch (format) {
            case TEXT, JSON, HTML -> {}
            case SARIF, JUNIT, MARKDOWN ->
                throw TickbirdException.usage(
                        "a scorecard cannot be written as " + format, "Write it as text, json or html.");
        }
    }
}
