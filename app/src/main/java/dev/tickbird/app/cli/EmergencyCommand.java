// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.app.Watched;
import dev.tickbird.app.report.EmergencyJson;
import dev.tickbird.app.report.EmergencyReport;
import dev.tickbird.app.report.EmergencyText;
import dev.tickbird.app.report.Format;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Suggestion;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.Version;
import dev.tickbird.observe.target.Target;
import dev.tickbird.rules.playbooks.Diagnosis;
import dev.tickbird.rules.playbooks.Emergency;
import dev.tickbird.rules.playbooks.RefusedConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tickbird emergency`: what to do first with a server in trouble.
@Command(
        name = "emergency",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at a server in trouble and says what it sees, the first safe step, the next ones, and what not to do.",
            "Without the name of an emergency it looks for signs of all of them. Nothing is written to the target; one"
                    + " connection is used."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no emergency is seen, be there signs of one or not",
            "1:the emergency is there",
            "2:the command is wrong",
            "3:the target could not be examined"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird emergency                            which playbooks there are",
            "  tickbird emergency service=shop               which of them is called for",
            "  tickbird emergency locks service=shop",
            "  tickbird emergency connections service=shop --format json"
        })
final class EmergencyCommand implements Callable<Integer> {

    private static final String NONE_LEFT = "53300";

    /// For the completion of shells.
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "EMERGENCY",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable String first;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TARGET",
            description =
                    "postgres:// URI, libpq keyword string, service=NAME, database name or snapshot file; without it,"
                            + " the PG* variables decide.")
    private @Nullable String second;

    @Mixin
    private Observing observing = new Observing();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "text or json (default: text, or what the file's name says).")
    private List<Format> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the playbook here; may be repeated.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        if (first == null) {
            list();
            return ExitCode.FINE;
        }
        Optional<Emergency> named = named(first);
        requireSense(first, named);
        Outputs outputs = Outputs.of(formats, files);
        outputs.all().forEach(output -> requireKnown(output.format()));
        outputs.requireWritable();
        Target target = observing.target(named.isPresent() ? second : first);
        List<Emergency> emergencies = named.map(List::of).orElseGet(() -> List.of(Emergency.values()));
        EmergencyReport report = report(target, emergencies);
        outputs.write((format, destination, out) -> {
            switch (format) {
                case JSON -> EmergencyJson.write(report, out);
                case TEXT, HTML, SARIF, JUNIT, MARKDOWN -> EmergencyText.write(report, destination.terminal(), out);
            }
        });
        if (report.snapshot().isEmpty()) {
            return ExitCode.TARGET;
        }
        return report.worst() == Diagnosis.State.EMERGENCY ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static List<String> names() {
        return Arrays.stream(Emergency.values()).map(Emergency::toString).toList();
    }

    private static Optional<Emergency> named(String word) {
        return Arrays.stream(Emergency.values())
                .filter(it -> it.toString().equalsIgnoreCase(word))
                .findFirst();
    }

    /// A word that is nearly a playbook's name is hardly a database's.
    private void requireSense(String word, Optional<Emergency> named) {
        if (named.isPresent() || second == null && !isMisspelt(word)) {
            return;
        }
        throw TickbirdException.usage(
                "there is no playbook \"" + word + "\"",
                Suggestion.sentence(word, names()).orElse("There are " + String.join(", ", names()) + ".")
                        + (second == null ? " A database of that name is dbname=" + word + "." : ""));
    }

    private static boolean isMisspelt(String word) {
        return word.matches("\\w+")
                && !Files.exists(Path.of(word))
                && Suggestion.nearest(word, names()).isPresent();
    }

    private EmergencyReport report(Target target, List<Emergency> emergencies) {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>();
        emergencies.forEach(emergency -> facts.addAll(emergency.facts()));
        int looks = emergencies.stream().mapToInt(Emergency::looks).max().orElse(1);
        try (Progress progress = new Progress()) {
            Tickbird tickbird = observing.tickbird(progress);
            Watched watched = tickbird.watch(target, facts, looks);
            List<Diagnosis> diagnoses = new ArrayList<>();
            emergencies.forEach(emergency -> diagnoses.add(emergency.diagnose(watched.snapshot(), watched.later())));
            return new EmergencyReport(Version.NUMBER, target.display(), Optional.of(watched.snapshot()), diagnoses);
        } catch (TickbirdException e) {
            return refused(target, e);
        }
    }

    /// Who is not let in, for nobody is, gets the playbook nevertheless.
    private static EmergencyReport refused(Target target, TickbirdException failure) {
        if (failure.getCause() instanceof SQLException error && NONE_LEFT.equals(error.getSQLState())) {
            String words = String.valueOf(error.getMessage()).replaceFirst("^\\w+: ", "");
            return new EmergencyReport(
                    Version.NUMBER, target.display(), Optional.empty(), List.of(RefusedConnection.of(words)));
        }
        throw failure;
    }

    private static void list() {
        for (Emergency emergency : Emergency.values()) {
            System.out.printf("%-13s%s%n", emergency, emergency.title());
        }
        System.out.println();
        System.out.println("tickbird emergency NAME TARGET   runs one of these playbooks");
        System.out.println("tickbird emergency TARGET        looks which of them is called for");
    }

    private static void requireKnown(Format format) {
        switch (format) {
            case TEXT, JSON -> {}
            case HTML, SARIF, JUNIT, MARKDOWN ->
                throw TickbirdException.usage("a playbook cannot be written as " + format, "Write it as text or json.");
        }
    }
}
