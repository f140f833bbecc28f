// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.observe.target.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What every command takes that looks at one target.
final class TargetOptions {

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..1",
            description = "postgres:// URI, libpq keyword string, service=NAME, database name or snapshot file;"
                    + " without it the PG* variables decide.")
    private @Nullable String text;

    @Mixin
    private Observing observing = new Observing();

    Target target() {
        return observing.target(text);
    }

    Tickbird tickbird(Progress progress) {
        return observing.tickbird(progress);
    }
}
