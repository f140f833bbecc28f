// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.app.report.Compared;
import dev.tickbird.app.report.ComparisonJson;
import dev.tickbird.app.report.ComparisonText;
import dev.tickbird.app.report.Format;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.Version;
import dev.tickbird.model.comparison.Comparison;
import dev.tickbird.observe.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tickbird diff`: two targets beside each other, or one at two moments.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says how two servers or snapshot files differ: schema, settings, roles, and what was done in between.",
            "Objects are matched by name, so a renamed one is a removed and an added one. Nothing is written"
                    + " to the targets.",
            "What one side could not see is named as not compared, never as removed."
        },
        exitCodeListHeading = "%nExit codes, as those of diff:%n",
        exitCodeList = {
            "0:schema, settings and roles are the same, as far as both sides were seen",
            "1:they differ",
            "2:the command is wrong",
            "3:a target could not be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird diff monday.tickbird friday.tickbird     what happened this week",
            "  tickbird diff shop.tickbird service=shop          what the migration has changed",
            "  tickbird diff shop.tickbird service=shop -o drift.json"
        })
final class DiffCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "postgres:// URI, libpq keyword string, service=NAME, database name or snapshot file.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The same.")
    private String after = "";

    @Mixin
    private Observing observing = new Observing();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text or json (default: text, or what the file's name says).")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the differences here.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        boolean json = isJson();
        Destination destination = new Destination(file);
        destination.requireWritable();
        Target from = observing.target(before);
        Target to = observing.target(after);
        Compared compared;
        try (Progress progress = new Progress()) {
            Tickbird tickbird = observing.tickbird(progress);
            compared = Compared.of(Version.NUMBER, look(tickbird, from), look(tickbird, to));
        }
        destination.write(out -> {
            if (json) {
                ComparisonJson.write(compared, out);
            } else {
                ComparisonText.write(compared, destination.terminal(), out);
            }
        });
        return compared.comparison().isSame() ? ExitCode.FINE : ExitCode.DIFFERENT;
    }

    private boolean isJson() {
        Format wanted = format != null
                ? format
                : file == null ? Format.TEXT : Format.ofFile(file.toString()).orElse(Format.TEXT);
        return switch (wanted) {
            case TEXT -> false;
            case JSON -> true;
            case SARIF, JUNIT, MARKDOWN, HTML ->
                throw TickbirdException.usage(
                        "differences cannot be written as " + wanted, "Write them as text or json.");
        };
    }

    private static Compared.Look look(Tickbird tickbird, Target target) {
        return new Compared.Look(target.display(), tickbird.observe(target, Comparison.facts()));
    }
}
