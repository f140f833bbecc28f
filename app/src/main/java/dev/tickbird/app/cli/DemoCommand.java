// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.app.config.Configuration;
import dev.tickbird.app.demo.Demo;
import dev.tickbird.app.report.Format;
import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.html.HtmlReport;
import dev.tickbird.model.Fact;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Settlement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tickbird demo`: a sick database is made, put to work and examined.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a sick database on a server of its own, examines it, and removes both.",
            "The server starts in a temporary folder. The database is that of a company that puts on live productions; it"
                    + " works for some seconds and is examined as \"tickbird check\" does."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no finding is critical",
            "1:some are, as they should be here",
            "2:the command is wrong",
            "3:the demo could not be set up",
            "130:interrupted, as by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird demo",
            "  tickbird demo -o report.html            the report to open in a browser",
            "  tickbird demo --keep                    leave the server running, to look around in it",
            "  tickbird demo --stop                    remove what --keep has left"
        })
final class DemoCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Longer than a check takes, for it has more to try.
    private static final Duration PROVING = Duration.ofMinutes(1);

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "6",
            description = "How long the company works before the examination (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--keep",
            description =
                    "Leave the server running, and say how to reach and how to remove it. The sessions end with this"
                            + " program, and what they caused with them.")
    private boolean keep;

    @Option(names = "--stop", description = "Only remove the servers that --keep has left.")
    private boolean stop;

    @Mixin
    private ProofOptions proofOptions = new ProofOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "As for \"tickbird check\": text, json, sarif, junit, markdown or html.")
    private List<Format> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report here; may be repeated.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        if (stop) {
            say("removed " + Words.count(Demo.removeKept(), "demo server"));
            return ExitCode.FINE;
        }
        if (seconds < Demo.SHORTEST.toSeconds()) {
            throw TickbirdException.usage("--seconds must be at least " + Demo.SHORTEST.toSeconds(), null);
        }
        Outputs outputs = Outputs.of(formats, files);
        outputs.requireWritable();
        proofOptions.requireSense();
        Configuration configuration = Demo.configuration();
        return Interruptible.run(() -> run(outputs, configuration));
    }

    private int run(Outputs outputs, Configuration configuration) throws IOException {
        try (Demo demo = Demo.start(DemoCommand::say)) {
            demo.work(Duration.ofSeconds(seconds));
            say("examining it, with thresholds for a database that is a minute old");
            Report report = examine(demo, outputs, configuration);
            outputs.write(report, Severity.CRITICAL);
            say(Demo.score(report.examination()).toString());
            if (keep) {
                keep(demo);
            }
            return report.examination().findings().stream().anyMatch(it -> it.severity() == Severity.CRITICAL)
                    ? ExitCode.FINDINGS
                    : ExitCode.FINE;
        }
    }

    private Report examine(Demo demo, Outputs outputs, Configuration configuration) {
        Settlement settlement = new Settlement(configuration.suppressions(), configuration.severities(), Set.of());
        Set<Class<? extends Fact>> drawn = outputs.include(Format.HTML) ? HtmlReport.DRAWN : Set.of();
        try (Progress progress = new Progress()) {
            Tickbird tickbird = new Tickbird(PATIENCE, progress::show);
            return proofOptions.examine(
                    tickbird, demo.target(), new Examiner(configuration.withoutOpinions(), settlement), drawn, PROVING);
        }
    }

    private static void keep(Demo demo) {
        Path configuration = demo.keep();
        say("the server stays until you run \"tickbird demo --stop\"; examine it again with");
        System.err.println("  tickbird check '" + demo.uri() + "' --config " + configuration);
    }

    private static void say(String words) {
        System.err.println("tickbird: " + words);
    }
}
