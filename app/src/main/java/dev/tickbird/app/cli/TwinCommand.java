// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.app.report.Format;
import dev.tickbird.app.report.TwinJson;
import dev.tickbird.app.report.TwinReport;
import dev.tickbird.app.report.TwinText;
import dev.tickbird.app.report.html.TwinHtml;
import dev.tickbird.lab.twin.Twin;
import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.lab.whatif.Changes;
import dev.tickbird.lab.whatif.Query;
import dev.tickbird.lab.whatif.WhatIf;
import dev.tickbird.lab.whatif.Workload;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.Version;
import dev.tickbird.model.finding.Words;
import dev.tickbird.observe.target.Target;
import dev.tickbird.server.Binaries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tickbird twin`: what-if questions, answered on a twin of the target.
@Command(
        name = "twin",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says what PostgreSQL's planner would make of queries if an index existed or did not, tables were larger or"
                    + " partitioned, a setting or the version were another.",
            "It builds a twin of the target: an embedded server with its schema, statistics and sizes, and none of its"
                    + " rows. No query is run, only explained, and nothing at all is run on the target, unless"
                    + " --statistics has rows of it sampled.",
            "Without a change, it tells the plans that the target would choose."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the question is answered",
            "2:the command is wrong, or none of the queries could be planned",
            "3:the target could not be examined, or no twin of it be built",
            "130:interrupted, as by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird twin shop.tickbird -q \"select * from app.event where venue_id = 7\"",
            "  tickbird twin service=shop --workload queries --hide-index event_pkey",
            "  tickbird twin shop.tickbird --workload queries --grow 10 -o plans.html",
            "  tickbird twin service=shop --workload queries --pg 18 --set jit=off",
            "  tickbird twin service=shop --keep       to explain against it with any client",
            "  tickbird twin --stop                    remove what --keep has left",
            "",
            "An index to try: --index \"create index on app.event (venue_id)\"",
            "Partitions to try: --partition \"app.event by range (starts_at)\""
        })
final class TwinCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Mixin
    private TargetOptions targetOptions = new TargetOptions();

    @Mixin
    private QueryOptions queryOptions = new QueryOptions();

    @Mixin
    private ChangeOptions changeOptions = new ChangeOptions();

    @Mixin
    private PlanningServer planningServer = new PlanningServer();

    @Option(
            names = "--keep",
            description = "Leave the twin running, with the changes but for those of settings, and say how to reach and"
                    + " how to remove it.")
    private boolean keep;

    @Option(names = "--stop", description = "Only remove the twins that --keep has left.")
    private boolean stop;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "text, json or html. Several go to the files of -o in order; one without a file goes to stdout"
                            + " (default: text, or what the file's name says). docs/reference/json-answer.md tells what json"
                            + " holds.")
    private List<Format> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write the answer here; may be repeated. Text is 80 columns wide, or as COLUMNS says, up to 120.")
    private List<Path> files = List.of();

    @Option(
            names = "--verbose",
            description = "Show every plan in text too, where many stay the same or nothing was changed.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException {
        if (stop) {
            say("removed " + Words.count(Twin.removeKept(Binaries.newest()), "twin"));
            return ExitCode.FINE;
        }
        Outputs outputs = Outputs.of(formats, files);
        outputs.all().forEach(output -> requireKnown(output.format()));
        outputs.requireWritable();
        return Interruptible.run(() -> answer(outputs));
    }

    private int answer(Outputs outputs) throws IOException {
        Optional<Binaries> installed = planningServer.installed();
        Changes changes = changeOptions.changes(installed);
        queryOptions.named(); // before anybody waits for the target
        Target target = targetOptions.target();
        try (Progress progress = new Progress()) {
            Tickbird tickbird = targetOptions.tickbird(progress);
            Snapshot snapshot = tickbird.observe(target, facts());
            List<Query> queries = queryOptions.queries(snapshot, keep);
            Binaries binaries = PlanningServer.forSource(snapshot, installed, changes.server());
            try (WhatIf question = WhatIf.on(snapshot, binaries, LIMIT, progress::show)) {
                Answer whole = question.ask(queries, changes, tickbird.rows(target));
                Answer answer = queryOptions.given() ? whole : whole.ofTables(snapshot);
                progress.close();
                Optional<String> uri = keep ? Optional.of(question.changed().uri()) : Optional.empty();
                TwinReport report =
                        new TwinReport(Version.NUMBER, target.display(), snapshot, changes.words(), answer, uri);
                outputs.write((format, destination, out) -> write(report, format, destination, out));
                if (keep) {
                    keep(question.changed());
                }
                return whole.queries().isEmpty() && !queries.isEmpty() ? ExitCode.USAGE : ExitCode.FINE;
            }
        }
    }

    private Set<Class<? extends Fact>> facts() {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>(WhatIf.facts());
        if (!queryOptions.given()) {
            facts.addAll(Workload.FACTS);
        }
        return facts;
    }

    private static void requireKnown(Format format) {
        switch (format) {
            case TEXT, JSON, HTML -> {}
            case SARIF, JUNIT, MARKDOWN ->
                throw TickbirdException.usage(
                        "plans cannot be written as " + format, "Write them as text, json or html.");
        }
    }

    private void write(TwinReport report, Format format, Destination destination, Appendable out) throws IOException {
        switch (format) {
            case JSON -> TwinJson.write(report, out);
            case HTML -> TwinHtml.write(report, out);
            case TEXT, SARIF, JUNIT, MARKDOWN -> TwinText.write(report, verbose, destination.terminal(), out);
        }
    }

    private static void keep(Twin twin) {
        twin.keep();
        say("the twin stays until you run \"tickbird twin --stop\"; explain against it with");
        System.err.println("  psql '" + twin.uri() + "'");
    }

    private static void say(String words) {
        System.err.println("tickbird: " + words);
    }
}
