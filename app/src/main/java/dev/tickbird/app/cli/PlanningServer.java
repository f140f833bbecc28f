// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.server.Server;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.ServerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which PostgreSQL a twin is of.
final class PlanningServer {

    @Option(
            names = "--pg-bin",
            paramLabel = "DIR",
            description =
                    "Build the twin with the PostgreSQL installed here (\"pg_config --bindir\" tells), which may have"
                            + " extensions that the embedded one lacks.")
    private @Nullable Path folder;

    /// What the user has named.
    Optional<Binaries> installed() {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Binaries.installed(folder));
        } catch (ServerException e) {
            throw TickbirdException.usage(e.title(), e.hint().isEmpty() ? null : e.hint());
        }
    }

    /// What works as the source does: the installed one, unless it is there for the change.
    static Binaries forSource(Snapshot snapshot, Optional<Binaries> installed, Optional<Binaries> changed) {
        return installed
                .filter(binaries -> !changed.equals(Optional.of(binaries)))
                .orElseGet(() -> embedded(snapshot.the(Server.class).major(), false));
    }

    /// @param asked whether the user has named the major
    static Binaries embedded(int major, boolean asked) {
        List<Integer> majors = Binaries.availableMajors();
        if (majors.contains(major)) {
            return Binaries.of(major);
        }
        String message = "there is no PostgreSQL " + major + " for a twin";
        String hint = "There are " + majors.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + "; --pg-bin names one that is installed.";
        throw asked ? TickbirdException.usage(message, hint) : TickbirdException.target(message, hint, null);
    }
}
