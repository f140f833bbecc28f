// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.observe.Observatory;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.observe.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tickbird snapshot`: everything a target says about itself, as a file that every command takes in its place.
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes everything a server says about itself into a file: schema, settings, statistics, activity.",
            "It holds no rows of tables, but names, query texts and the most common values of columns."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird snapshot postgres://app@db.example/shop -o shop.tickbird",
            "  tickbird check shop.tickbird",
            "  tickbird diff monday.tickbird friday.tickbird"
        })
final class SnapshotCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions targetOptions = new TargetOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file to write, such as shop.tickbird.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        new EarlierFile(file).requireSnapshot();
        Target target = targetOptions.target();
        Snapshot snapshot;
        try (Progress progress = new Progress()) {
            snapshot = targetOptions.tickbird(progress).observe(target, Tickbird.everyFact());
            progress.show("writing " + file);
            SnapshotFile.write(snapshot, file);
        }
        System.out.println("wrote " + Words.count(snapshot.observed().size(), "fact") + " of " + target.display()
                + " to " + file + " (" + Words.bytes(Files.size(file)) + ")");
        for (Gap gap : snapshot.gaps()) {
            System.out.println(
                    "not seen: " + Observatory.source(gap.fact()).name().replace('_', ' ') + ": " + gap.reason());
        }
        return ExitCode.FINE;
    }
}
