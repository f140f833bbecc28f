// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.queries;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.AvailableExtension;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server that does not count what its statements cost, or a database where nobody can read it.
public record MissingStatementStatistics() implements Rule {

    private static final String EXTENSION = "pg_stat_statements";

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, AvailableExtension.class, Table.class).settings("pg_stat_statements.max");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (snapshot.all(Table.class).isEmpty()) { // no statements either
            return Stream.empty();
        }
        boolean loaded = Settings.of(snapshot)
                .named("pg_stat_statements.max") // a setting of the library's own
                .isPresent();
        Optional<AvailableExtension> files = snapshot.all(AvailableExtension.class).stream()
                .filter(extension -> extension.name().equals(EXTENSION))
                .findFirst();
        boolean installed = files.isPresent() && files.get().installedVersion() != null;
        Stream<Finding> unloaded = loaded ? Stream.empty() : Stream.of(unloaded(files.isPresent(), snapshot));
        boolean curable = files.isPresent() && !snapshot.the(Server.class).inRecovery();
        return installed || !curable ? unloaded : Stream.concat(unloaded, Stream.of(uninstalled(snapshot)));
    }

    private Finding unloaded(boolean filesThere, Snapshot snapshot) {
        Optional<Setting> libraries = Settings.of(snapshot).named("shared_preload_libraries");
        boolean waiting = libraries.isPresent() && libraries.get().pendingRestart();
        return finding(
                Severity.ADVICE,
                new Subject("setting", "shared_preload_libraries"),
                "the server does not count what its statements cost",
                EXTENSION
                        + (waiting
                                ? " is not loaded; shared_preload_libraries was changed, but waits for a restart"
                                : " is not in shared_preload_libraries")
                        + (filesThere ? "; its files are on the server." : ", and its files are not on the server."),
                Evidence.of("files", filesThere),
                "Which statements cost most, and whether a change made them better, is guesswork; the rules about"
                        + " statements cannot examine anything.",
                waiting ? restart() : loaded(libraries, filesThere));
    }

    /// What the restart will bring is not known, and must not be thrown away.
    private static Remedy restart() {
        return new Remedy.Advice("Restart the server at a quiet time, then examine it again: pg_stat_statements may be"
                + " among the libraries that it loads then.");
    }

    private static Remedy loaded(Optional<Setting> libraries, boolean filesThere) {
        return libraries
                .filter(it -> filesThere)
                .map(it -> NewValue.of(it, withExtension(it.value())))
                .orElseGet(() -> new Remedy.Advice("Install PostgreSQL's contrib package where its files are"
                        + " missing, add pg_stat_statements to shared_preload_libraries, and restart."));
    }

    private static String withExtension(String libraries) {
        return libraries.isBlank() ? EXTENSION : libraries + ", " + EXTENSION;
    }

    private Finding uninstalled(Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        return finding(
                Severity.NOTE, // another database of the server may have it, where somebody looks
                new Subject("extension", EXTENSION),
                "extension \"" + EXTENSION + "\" is not installed in database \"" + database + "\"",
                "Its view, which shows what statements cost, is not there.",
                Evidence.of("database", database),
                "Nobody who looks from this database, Tickbird included, sees what its statements cost.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format("create extension %I", EXTENSION))),
                        List.of(Step.inTransaction(Sql.format("drop extension %I", EXTENSION))),
                        Impact.NONE,
                        Sql.format("select calls, total_exec_time, query from pg_stat_statements"
                                + " order by total_exec_time desc limit 5")));
    }
}
