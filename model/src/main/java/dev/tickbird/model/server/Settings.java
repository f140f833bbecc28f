// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Snapshot;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The settings of a snapshot by name. PostgreSQL takes `DateStyle` and `datestyle` for the same.
public final class Settings {

    private final Map<String, Setting> byName = new HashMap<>();

    private Settings(Snapshot snapshot) {
        snapshot.all(Setting.class).forEach(setting -> byName.put(key(setting.name()), setting));
    }

    public static Settings of(Snapshot snapshot) {
        return snapshot.view(Settings.class, Settings::new);
    }

    /// Empty if this version has no such setting, or it was not shown.
    public Optional<Setting> named(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /// Its value in its own unit; empty if this version has no such setting, or it was not shown.
    public Optional<String> value(String name) {
        return named(name).map(Setting::value);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
