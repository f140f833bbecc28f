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
import dev.tickbird.rules.playbooks.Unreachable;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
            "3:the target could not be examined; where the server does not answer, what to do then is written nevertheless"
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

    /// Nobody answers, resources are short, the server starts or stops, or its files fail it.
    private static final Pattern SILENT = Pattern.compile("08.*|53.*|57P.*|58.*|XX.*");

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
            description = "text or json (default: text, or what the file's name says). docs/reference/json-emergency.md"
                    + " tells what json holds.")
    private List<Format> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the playbook here; may be repeated.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        Outputs outputs = Outputs.of(formats, files);
        outputs.all().forEach(output -> requireKnown(output.format()));
        if (first == null) {
            outputs.requireWritable();
            outputs.write((format, destination, out) -> list(format, out));
            return ExitCode.FINE;
        }
        Optional<Emergency> named = named(first);
        requireSense(first, named);
        outputs.requireWritable();
        EmergencyReport report = report(observing.target(named.isPresent() ? second : first), named);
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

    private EmergencyReport report(Target target, Optional<Emergency> named) {
        List<Emergency> emergencies = named.map(List::of).orElseGet(() -> List.of(Emergency.values()));
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
            Diagnosis diagnosis = unreachable(named, e).orElseThrow(() -> e);
            return new EmergencyReport(Version.NUMBER, target.display(), Optional.empty(), List.of(diagnosis));
        }
    }

    /// Where the server is silent, or lets nobody in, there is a playbook nevertheless; empty where the command asked
    /// for what there is not, or the server said no to this one user.
    private static Optional<Diagnosis> unreachable(Optional<Emergency> named, TickbirdException failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
        Optional<SQLException> said = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(error -> error.getSQLState() != null)
                .findFirst();
        String state = said.map(SQLException::getSQLState).orElse("");
        if (state.equals(NONE_LEFT)) {
            return Optional.of(Unreachable.full(
                    said.map(SQLException::getMessage).orElse("").replaceFirst("^\\w+: ", "")));
        }
        return SILENT.matcher(state).matches() || causes.stream().anyMatch(UnknownHostException.class::isInstance)
                ? Optional.of(
                        Unreachable.silent(named, failure.message(), Objects.requireNonNullElse(failure.hint(), "")))
                : Optional.empty();
    }

    private static void list(Format format, Appendable out) throws IOException {
        if (format == Format.JSON) {
            EmergencyJson.list(out);
            return;
        }
        for (Emergency emergency : Emergency.values()) {
            out.append(String.format(Locale.ROOT, "%-13s%s%n", emergency, emergency.title()));
        }
        out.append("\ntickbird emergency NAME TARGET   runs one of these playbooks\n");
        out.append("tickbird emergency TARGET        looks which of them is called for\n");
    }

    private static void requireKnown(Format format) {
        switch (format) {
            case TEXT, JSON -> {}
            case HTML, SARIF, JUNIT, MARKDOWN ->
                throw TickbirdException.usage("a playbook cannot be written as " + format, "Write it as text or json.");
        }
    }
}
