// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.server.SettingsFileLine;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The settings as the server would find them if it were started now, with the same command. Reads the settings and
/// the lines of their files.
record NextStart(Snapshot snapshot) {

    private static final Set<String> TRUE = Set.of("on", "true", "yes", "1");
    private static final Set<String> FALSE = Set.of("off", "false", "no", "0");

    /// Empty if this version has no such setting.
    Optional<WrittenSetting> written(String name) {
        return Settings.of(snapshot).named(name).map(setting -> WrittenSetting.of(setting, snapshot));
    }

    /// Empty if this version has no such setting.
    String value(String name) {
        return written(name).map(NextStart::value).orElse("");
    }

    boolean is(String name, String value) {
        return value(name).equalsIgnoreCase(value);
    }

    boolean isOn(String name) {
        return TRUE.contains(value(name).toLowerCase(Locale.ROOT));
    }

    boolean isOff(String name) {
        return FALSE.contains(value(name).toLowerCase(Locale.ROOT));
    }

    /// What is in force where a file says what cannot be read as a number; 0 if this version has no such setting.
    long number(String name) {
        String next = value(name);
        String number = next.matches("\\d{1,18}")
                ? next
                : Settings.of(snapshot).value(name).orElse("0");
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    /// What no file says any more goes back to what PostgreSQL comes with.
    private static String value(WrittenSetting written) {
        Setting setting = written.setting();
        if (setting.source().equals("command line")) {
            return setting.value();
        }
        return written.ruling()
                .map(SettingsFileLine::value)
                .or(() -> Optional.ofNullable(
                        setting.source().equals("configuration file") ? setting.bootValue() : setting.value()))
                .map(value -> Objects.requireNonNullElse(value, ""))
                .orElse("");
    }
}
