// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.planner;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.settings.NewValue;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A setting that everybody has who works in this database: from the server, the database, or given to all roles. Reads
/// the server, its settings and their overrides.
///
/// @param value as somebody has written it, where it is not the server's own
/// @param where as the end of a sentence, such as `for the whole server`
/// @param usual makes it what PostgreSQL comes with
record SettingForAll(Subject subject, String name, String value, String where, Remedy usual) {

    static Stream<SettingForAll> of(Predicate<Setting> which, Snapshot snapshot) {
        Stream<SettingForAll> ofServer = snapshot.all(Setting.class).stream()
                .filter(setting -> which.test(setting) && NewValue.isOfTheServer(setting))
                .map(SettingForAll::of);
        String database = snapshot.the(Server.class).database();
        Stream<SettingForAll> ofAll = snapshot.all(SettingOverride.class).stream()
                .filter(override -> override.role() == null
                        && (override.database() == null || override.database().equals(database)))
                .filter(override -> Settings.of(snapshot)
                        .named(override.name())
                        .filter(which)
                        .isPresent())
                .map(SettingForAll::of);
        return Stream.concat(ofServer, ofAll);
    }

    private static SettingForAll of(Setting setting) {
        return new SettingForAll(
                new Subject("setting", setting.name()),
                setting.name(),
                setting.value(),
                "for the whole server",
                NewValue.of(setting, Objects.requireNonNullElse(setting.bootValue(), "")));
    }

    private static SettingForAll of(SettingOverride override) {
        @Nullable String database = override.database();
        Sql target = database == null ? Sql.format("alter role all") : Sql.format("alter database %I", database);
        Subject subject =
                database == null ? new Subject("role", "all") : new Subject("database", Identifier.quoted(database));
        return new SettingForAll(
                subject.at(" (" + override.name() + ")"),
                override.name(),
                override.value(),
                database == null ? "for all roles" : "for database \"" + database + "\"",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format("%s reset %I", target, override.name()))),
                        List.of(Step.inTransaction(
                                Sql.format("%s set %I = %L", target, override.name(), override.value()))),
                        Impact.NONE,
                        null));
    }
}
