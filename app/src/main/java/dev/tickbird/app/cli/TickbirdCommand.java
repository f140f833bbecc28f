// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.model.Version;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of the command line: only its sub-commands do anything.
@Command(
        name = "tickbird",
        mixinStandardHelpOptions = true,
        version = "tickbird " + Version.NUMBER,
        description = "Examines a PostgreSQL server, says what is wrong, and prescribes a cure with its rollback.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            DemoCommand.class,
            RulesCommand.class,
            SnapshotCommand.class,
            DiffCommand.class,
            TwinCommand.class,
            RehearseCommand.class,
            ScorecardCommand.class,
            EmergencyCommand.class,
            HelpCommand.class,
            AutoComplete.GenerateCompletion.class,
            WarmUpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tickbird demo                           see it work on a sick database",
            "  tickbird check                          examine what the PG* variables name",
            "  tickbird check postgres://db.example/shop",
            "  tickbird check service=shop -o report.html",
            "  tickbird rules                          everything it looks for",
            "",
            "Completion for this shell: source <(tickbird generate-completion)"
        })
final class TickbirdCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command was given");
    }
}
