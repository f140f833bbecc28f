// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.AlterSystem;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingsFileLine;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the configuration files say of a setting that is not in force yet.
///
/// @param lines where it stands, the one that rules last; none where the role is not shown the files
record WrittenSetting(Setting setting, List<SettingsFileLine> lines) {

    static WrittenSetting of(Setting setting, Snapshot snapshot) {
        List<SettingsFileLine> lines = snapshot.observed().contains(SettingsFileLine.class)
                ? snapshot.all(SettingsFileLine.class).stream()
                        .filter(line -> setting.name().equals(line.name()))
                        .filter(line -> line.file() != null && line.value() != null)
                        .sorted(Comparator.comparingInt(SettingsFileLine::sequence))
                        .toList()
                : List.of();
        return new WrittenSetting(setting, lines);
    }

    /// Such as `line 3 of postgresql.auto.conf says "60"`.
    Optional<String> pending() {
        return ruling().map(line -> place(line) + " says \"" + line.value() + '"');
    }

    /// How the change is taken back where it stands, as the rest of a sentence. What `alter system` has written is
    /// reset where that lets a line speak again that says what is in force, and otherwise set to it.
    Optional<String> takenBack() {
        return ruling().map(line -> {
            if (!isAltered(line)) {
                return "put the former value back in " + place(line);
            }
            boolean speaksAgain = lines.stream()
                    .filter(it -> !isAltered(it))
                    .reduce((_, last) -> last)
                    .map(last -> setting.value().equals(last.value()))
                    .orElse(setting.value().equals(setting.bootValue()));
            return "run \"" + AlterSystem.of(setting.name(), speaksAgain ? null : setting.value()) + '"';
        });
    }

    /// The line that the next start would go by.
    Optional<SettingsFileLine> ruling() {
        return lines.stream().reduce((_, last) -> last);
    }

    private static String place(SettingsFileLine line) {
        String file = Objects.requireNonNullElse(line.file(), "");
        return "line " + line.line() + " of " + file.substring(file.lastIndexOf('/') + 1);
    }

    private static boolean isAltered(SettingsFileLine line) {
        return Objects.requireNonNullElse(line.file(), "").endsWith("postgresql.auto.conf");
    }
}
