// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.Tickbird;
import dev.tickbird.app.report.Report;
import dev.tickbird.model.Fact;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.observe.target.Target;
import dev.tickbird.rules.Examiner;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether remedies are tried before they are offered, and for how long.
final class ProofOptions {

    static final Duration USUAL = Duration.ofSeconds(15);

    private static final Duration ASKED = Duration.ofMinutes(5);

    @Option(
            names = "--prove",
            description =
                    "Try the remedies on a twin, an embedded PostgreSQL with the target's schema and none of its rows,"
                            + " even if that takes up to 5 minutes. Without this option they are tried for up to 15 s, in the demo"
                            + " for a minute, the worst first. The target itself is not touched again.")
    private boolean prove;

    @Option(names = "--no-prove", description = "Try no remedy.")
    private boolean unproven;

    @Option(
            names = "--prove-within",
            paramLabel = "SECONDS",
            description = "How long trying the remedies may take, building the twin included.")
    private @Nullable Integer seconds;

    void requireSense() {
        if (unproven && (prove || seconds != null)) {
            throw TickbirdException.usage("--no-prove and --prove exclude each other", null);
        }
        if (seconds != null && seconds < 1) {
            throw TickbirdException.usage("--prove-within must be at least 1 second", null);
        }
    }

    /// Examines the target, and tries the remedies if that is wanted.
    ///
    /// @param usual how long that may take if the user says nothing
    Report examine(
            Tickbird tickbird,
            Target target,
            Examiner examiner,
            Collection<Class<? extends Fact>> alsoWanted,
            Duration usual) {
        return unproven
                ? tickbird.examine(target, examiner, alsoWanted)
                : tickbird.prove(target, examiner, alsoWanted, limit(usual), prove);
    }

    private Duration limit(Duration usual) {
        if (seconds != null) {
            return Duration.ofSeconds(seconds);
        }
        return prove ? ASKED : usual;
    }
}
