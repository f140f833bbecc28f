// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.Settings;
import java.util.Objects;
import java.util.Optional;

/// A setting with the value that the whole server has; the examination, which bounds its own statements, has another
/// for some. Reads the server, its settings and their overrides.
public record ServerValue(Setting setting, String value) {

    /// Empty where a value for this database or role hides the server's, or this version has no such setting.
    public static Optional<ServerValue> of(String name, Snapshot snapshot) {
        return Settings.of(snapshot)
                .named(name)
                .filter(setting -> NewValue.isOfTheServer(setting)
                        || setting.source().equals("session") && !isOverridden(name, snapshot))
                .map(setting -> new ServerValue(
                        setting,
                        NewValue.isOfTheServer(setting)
                                ? setting.value()
                                : Objects.requireNonNullElse(setting.resetValue(), setting.value())));
    }

    private static boolean isOverridden(String name, Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        return snapshot.all(SettingOverride.class).stream()
                .filter(override -> override.name().equals(name))
                .filter(override -> override.role() == null || override.role().equals(server.role()))
                .anyMatch(override ->
                        override.database() == null || override.database().equals(server.database()));
    }

    String name() {
        return setting.name();
    }

    /// Whether somebody wants it so.
    boolean isMade() {
        return !value.equals(setting.bootValue());
    }

    /// As a configuration file would have it, such as `60000ms`.
    String shown() {
        return value + Objects.requireNonNullElse(setting.unit(), "");
    }
}
