// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.app.cli.Main;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The command line: what `--help` says of each command.
final class CommandPage {

    private static final int WIDTH = 100;

    private CommandPage() {}

    static String text() {
        CommandLine root = Main.commandLine();
        StringBuilder text = new StringBuilder(Markdown.resource("commands.md"));
        append(root, text);
        root.getSubcommands().values().stream()
                .distinct()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .forEach(command -> append(command, text));
        return Markdown.page("the commands in app/src/main/java/dev/tickbird/app/cli", text.toString());
    }

    private static void append(CommandLine command, StringBuilder text) {
        command.setUsageHelpWidth(WIDTH);
        text.append("\n## ")
                .append(command.getCommandSpec().qualifiedName())
                .append("\n\n")
                .append(Markdown.fenced("text", command.getUsageMessage(Ansi.OFF)));
    }
}
