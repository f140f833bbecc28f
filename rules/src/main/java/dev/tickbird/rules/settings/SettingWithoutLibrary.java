// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Somebody has written settings of a library that nobody loads: PostgreSQL takes them for an application's own words.
public record SettingWithoutLibrary() implements Rule {

    /// @param prefix what the names of its settings begin with
    private record Library(String name, String prefix, Severity severity, String missing) {}

    private static final String PRELOADED = "shared_preload_libraries";

    private static final List<String> LOADERS =
            List.of(PRELOADED, "session_preload_libraries", "local_preload_libraries");

    private static final List<Library> LIBRARIES = List.of(
            new Library("auth_delay", "auth_delay.", Severity.ADVICE, "Who guesses passwords is not slowed down."),
            new Library("auto_explain", "auto_explain.", Severity.ADVICE, "No plan of a slow statement is logged."),
            new Library("credcheck", "credcheck.", Severity.WARNING, "Passwords may be as weak as anybody likes."),
            new Library("pg_cron", "cron.", Severity.WARNING, "Its jobs do not run."),
            new Library("pg_partman_bgw", "pg_partman_bgw.", Severity.WARNING, "Nobody makes the next partitions."),
            new Library("pg_prewarm", "pg_prewarm.", Severity.ADVICE, "After a restart the cache is empty."),
            new Library("pgaudit", "pgaudit.", Severity.WARNING, "Nothing is audited."));

    @Override
    public Needs needs() {
        return Needs.facts(SettingsFileLine.class, SettingOverride.class).settings(LOADERS.toArray(String[]::new));
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return LIBRARIES.stream()
                .filter(library -> !isLoaded(library, snapshot))
                .filter(library -> !names(library, snapshot).isEmpty())
                .map(library -> finding(library, names(library, snapshot)));
    }

    /// Now, in some sessions, or after the next restart.
    private static boolean isLoaded(Library library, Snapshot snapshot) {
        Stream<String> now = LOADERS.stream().flatMap(name -> Settings.of(snapshot).value(name).stream());
        Stream<String> inSome = snapshot.all(SettingOverride.class).stream()
                .filter(override -> LOADERS.contains(override.name()))
                .map(SettingOverride::value);
        Stream<String> written = snapshot.all(SettingsFileLine.class).stream()
                .filter(line -> line.name() != null && LOADERS.contains(line.name()))
                .map(line -> Objects.requireNonNullElse(line.value(), ""));
        return Stream.of(now, inSome, written).flatMap(lists -> lists).anyMatch(list -> holds(list, library.name()))
                || snapshot.all(Setting.class).stream().anyMatch(it -> it.name().startsWith(library.prefix()));
    }

    /// In a list such as `auto_explain, "$libdir/pgaudit"`.
    private static boolean holds(String libraries, String name) {
        return Arrays.stream(libraries.split(","))
                .anyMatch(library ->
                        library.replaceAll("^.*/|[\\s\"']|\\.so\\b", "").equals(name));
    }

    /// The settings that somebody has written for it.
    private static List<String> names(Library library, Snapshot snapshot) {
        return snapshot.all(SettingsFileLine.class).stream()
                .filter(line -> line.error() == null)
                .flatMap(line -> Stream.ofNullable(line.name()))
                .filter(name -> name.startsWith(library.prefix()))
                .distinct()
                .sorted()
                .toList();
    }

    private Finding finding(Library library, List<String> settings) {
        return finding(
                library.severity(),
                new Subject("library", library.name()),
                "library \"" + library.name() + "\" has settings, but nobody loads it",
                "The configuration files set " + Words.some(settings, 3) + "; neither " + String.join(" nor ", LOADERS)
                        + " names the library.",
                Evidence.of("settings", settings.size()),
                library.missing() + " PostgreSQL takes such a setting for an application's own, and does not complain.",
                new Remedy.Advice(
                        List.of(
                                "If it is wanted, see that its file is on the server, in the folder that \"pg_config"
                                        + " --pkglibdir\" prints, add it to " + PRELOADED
                                        + ", and restart: without the file the server would not start.",
                                "If it is not, take the settings out of the files."),
                        Sql.format(
                                "select name, setting from pg_settings where name like %L", library.prefix() + "%")));
    }
}
