// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.report.Format;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.ServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// What the `tickbird` script runs once after a build, so that the start cache knows the classes of everyday
/// work: help, the catalogue, a target that does not answer, and a server examined in every form.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    private static final int MAJOR = 18;

    @Override
    public Integer call() {
        Main.run("--version");
        Main.run("check", "--help");
        Main.run("rules");
        Main.run("rules", "unindexed-foreign-key");
        Main.run("check", "postgres://nobody:nothing@127.0.0.1:1/none");
        try (EmbeddedServer server = EmbeddedServer.start(ServerOptions.of(MAJOR))) {
            for (Format format : Format.values()) {
                Main.run("check", server.uri("postgres"), "--format", format.toString());
            }
        }
        return ExitCode.FINE;
    }
}
