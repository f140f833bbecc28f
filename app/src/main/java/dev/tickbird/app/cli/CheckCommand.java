// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.app.config.Configuration;
import dev.tickbird.app.report.Format;
import dev.tickbird.app.report.Limits;
import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.html.HtmlReport;
import dev.tickbird.model.Fact;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.observe.target.Target;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Settlement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tickbird check`: a target is examined and the report written.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Examines a server or a snapshot file and reports what is wrong, what cures it and how to undo it.",
            "Nothing is written to the target."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing at or above --fail-on",
            "1:such findings exist",
            "2:the command or the configuration is wrong",
            "3:the target could not be examined",
            "130:interrupted, as by Ctrl-C",
            "141:who read the output left before its end, as head does"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird check postgres://app@db.example:5432/shop",
            "  tickbird check service=shop --only indexes,wraparound-risk",
            "  tickbird check shop.tickbird -o report.html -o report.json",
            "  tickbird check --format sarif -o tickbird.sarif --fail-on warning",
            "  tickbird check --baseline yesterday.json        only what is new",
            "  tickbird check service=shop --no-prove          no cure is tried on a twin"
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private RuleSelection selection = new RuleSelection();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit with 1 from this severity on: critical, warning, advice, note (default: critical).")
    private @Nullable Severity failOn;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "An earlier report in JSON; only findings that it does not hold are reported.")
    private @Nullable Path baseline;

    @Mixin
    private ProofOptions proofOptions = new ProofOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "text, json, sarif, junit, markdown or html. Several go to the files of -o in order; one"
                    + " without a file goes to stdout (default: text, or what the file's name says).")
    private List<Format> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report here; may be repeated. Text is 80 columns wide, or as COLUMNS says, up"
                    + " to 120; code is as wide as it is.")
    private List<Path> files = List.of();

    @Mixin
    private TargetOptions targetOptions = new TargetOptions();

    @Override
    public Integer call() throws IOException {
        Outputs outputs = Outputs.of(formats, files);
        outputs.requireWritable();
        proofOptions.requireSense();
        Configuration configuration = selection.configuration();
        Settlement settlement =
                new Settlement(configuration.suppressions(), configuration.severities(), Baseline.identities(baseline));
        Examiner examiner = new Examiner(selection.rules(configuration), settlement);
        Severity threshold = failOn != null ? failOn : configuration.failOn().orElse(Severity.CRITICAL);
        Target target = targetOptions.target();
        Report report = report(target, examiner, outputs.include(Format.HTML));
        outputs.write(report, threshold);
        requireSight(report);
        boolean failed = report.examination().findings().stream()
                .anyMatch(finding -> finding.severity().atLeast(threshold));
        return failed ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private Report report(Target target, Examiner examiner, boolean drawn) {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>();
        if (drawn) {
            facts.addAll(HtmlReport.DRAWN);
        }
        try (Progress progress = new Progress()) {
            Tickbird tickbird = targetOptions.tickbird(progress);
            return proofOptions.examine(tickbird, target, examiner, facts, ProofOptions.USUAL);
        }
    }

    /// A report of rules that could not look is written, but no examination.
    private static void requireSight(Report report) {
        Limits limits = Limits.of(report);
        if (limits.sawNothing()) {
            throw TickbirdException.target(
                    "the target could not be examined: " + limits.blindness(),
                    "The report says why, rule by rule.",
                    null);
        }
    }
}
