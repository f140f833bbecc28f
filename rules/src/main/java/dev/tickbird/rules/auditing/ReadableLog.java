// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.auditing;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.stream.Stream;

/// Log files that every user of the host may read, outside the folder that keeps them out.
public record ReadableLog() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class)
                .settings("logging_collector", "log_file_mode", "log_directory", "data_directory")
                .ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        boolean collects =
                settings.value("logging_collector").filter("on"::equals).isPresent();
        String folder = settings.value("log_directory").orElse("");
        String data = settings.value("data_directory").orElse("") + "/";
        boolean outside = folder.startsWith("..") || folder.startsWith("/") && !folder.startsWith(data);
        return !collects || !outside
                ? Stream.empty()
                : settings.named("log_file_mode").stream()
                        .filter(setting -> setting.value().matches(".*[4-7]")) // others may read
                        .map(setting -> finding(setting, folder));
    }

    private Finding finding(Setting setting, String folder) {
        boolean group = setting.value().matches(".*[4-7].");
        return finding(
                Severity.ADVICE,
                new Subject("setting", setting.name()),
                "every user of the host may read the log",
                "Its files are written to " + folder + " with mode " + setting.value() + ".",
                Evidence.of("value", setting.value()),
                "Statements with their values, and passwords that were set in plain text, are in it.",
                NewValue.of(setting, group ? "0640" : "0600"));
    }
}
