// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.observe.target.Environment;
import dev.tickbird.observe.target.LiveTarget;
import dev.tickbird.observe.target.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How targets are looked at, whatever a command calls them.
final class Observing {

    @Option(
            names = "--statement-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long one query may take; a server that is silent 10 s longer is given up on"
                    + " (default: ${DEFAULT-VALUE}).")
    private int seconds;

    /// What the user typed; null for what the `PG*` variables say.
    Target target(@Nullable String text) {
        requirePatience();
        Target target = Target.parse(text, Environment.ofProcess());
        if (target instanceof LiveTarget live) {
            live.warnings().forEach(warning -> System.err.println("tickbird: warning: " + warning));
        }
        return target;
    }

    Tickbird tickbird(Progress progress) {
        return new Tickbird(Duration.ofSeconds(seconds), progress::show);
    }

    private void requirePatience() {
        if (seconds < 1) {
            throw TickbirdException.usage("--statement-timeout must be at least 1 second", null);
        }
    }
}
