// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.auditing;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.time.Duration;
import java.util.stream.Stream;

/// A log whose file bears the same name each time it is rotated, and is emptied then.
public record OverwrittenLog() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class)
                .settings("logging_collector", "log_filename", "log_truncate_on_rotation", "log_rotation_age")
                .ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        boolean empties = isOn("logging_collector", settings) && isOn("log_truncate_on_rotation", settings);
        long minutes = settings.value("log_rotation_age").map(Long::parseLong).orElse(0L);
        return !empties || minutes == 0
                ? Stream.empty()
                : settings.named("log_filename").stream()
                        .filter(setting -> !setting.value().contains("%"))
                        .map(setting -> finding(setting, Duration.ofMinutes(minutes)));
    }

    private static boolean isOn(String name, Settings settings) {
        return settings.value(name).filter("on"::equals).isPresent();
    }

    private Finding finding(Setting setting, Duration age) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", setting.name()),
                "log is emptied every " + Words.duration(age),
                "Its file is always " + setting.value() + ", and log_truncate_on_rotation is on.",
                Evidence.of("minutes", age.toMinutes()).and("value", setting.value()),
                "What happened before is gone when somebody looks for it.",
                NewValue.of(setting, "postgresql-%Y-%m-%d_%H%M%S.log"));
    }
}
