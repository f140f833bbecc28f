// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.report.Format;
import dev.tickbird.app.report.JsonReport;
import dev.tickbird.app.report.JunitReport;
import dev.tickbird.app.report.MarkdownReport;
import dev.tickbird.app.report.Renderer;
import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.SarifReport;
import dev.tickbird.app.report.TextReport;
import dev.tickbird.app.report.html.HtmlReport;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a report goes, and in which forms.
record Outputs(List<Output> all) {

    /// @param file null is stdout
    record Output(Format format, @Nullable Path file) {}

    /// What can be written in several forms.
    @FunctionalInterface
    interface Content {
        void write(Format format, Destination destination, Appendable out) throws IOException;
    }

    /// Formats and files go together in order; a format without a file goes to stdout, a file without a format has it
    /// in its name.
    static Outputs of(List<Format> formats, List<Path> files) {
        List<Output> all = new ArrayList<>();
        for (int i = 0; i < Math.max(formats.size(), files.size()); i++) {
            @Nullable Path file = i < files.size() ? new Destination(files.get(i)).file() : null;
            all.add(new Output(i < formats.size() ? formats.get(i) : formatOf(file), file));
        }
        if (all.stream().filter(output -> output.file() == null).count() > 1) {
            throw TickbirdException.usage(
                    "only one report can go to stdout", "Name a file with -o for each of the other formats.");
        }
        files.stream()
                .filter(file -> Collections.frequency(files, file) > 1)
                .findFirst()
                .ifPresent(file -> {
                    throw TickbirdException.usage("output file \"" + file + "\" is named twice", null);
                });
        all.forEach(output -> requireOrder(output, formats));
        return new Outputs(all.isEmpty() ? List.of(new Output(Format.TEXT, null)) : all);
    }

    /// A file called after one of the formats is not for another of them.
    private static void requireOrder(Output output, List<Format> formats) {
        if (output.file() == null) {
            return;
        }
        Format.ofFile(output.file().toString())
                .filter(named -> named != output.format() && formats.contains(named))
                .ifPresent(named -> {
                    throw TickbirdException.usage(
                            "format " + output.format() + " would go to \"" + output.file() + "\", and " + named
                                    + " elsewhere",
                            "Formats and files go together in order: name the formats in the order of the files, and"
                                    + " the one for stdout last.");
                });
    }

    boolean include(Format format) {
        return all.stream().anyMatch(output -> output.format() == format);
    }

    /// Says at once what would go wrong after minutes of work.
    void requireWritable() {
        all.forEach(output -> new Destination(output.file()).requireWritable());
    }

    void write(Report report, Severity failOn) throws IOException {
        write((format, destination, out) ->
                renderer(format, destination, failOn).render(report, out));
    }

    /// What is no report of findings.
    void write(Content content) throws IOException {
        for (Output output : all) {
            Destination destination = new Destination(output.file());
            destination.write(out -> content.write(output.format(), destination, out));
        }
    }

    private static Renderer renderer(Format format, Destination destination, Severity failOn) {
        return switch (format) {
            case TEXT -> new TextReport(destination.terminal());
            case JSON -> new JsonReport();
            case SARIF -> new SarifReport();
            case JUNIT -> new JunitReport(failOn);
            case MARKDOWN -> new MarkdownReport();
            case HTML -> new HtmlReport();
        };
    }

    private static Format formatOf(@Nullable Path file) {
        if (file == null) {
            return Format.TEXT;
        }
        return Format.ofFile(file.toString())
                .orElseThrow(() -> TickbirdException.usage(
                        "the name of \"" + file + "\" does not say which format it is to have",
                        "Name it with --format, or end the file's name with .txt, .json, .sarif, .xml, .md or .html."));
    }
}
