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
import java.util.Set;
import java.util.stream.Stream;

/// Errors that do not reach the log, or reach it without the statement that caused them.
public record SilencedError() implements Rule {

    /// What is above an error in PostgreSQL's order of the log.
    private static final Set<String> ABOVE = Set.of("log", "fatal", "panic");

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class).settings("log_min_messages", "log_min_error_statement");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        Stream<Finding> messages = silenced(settings, "log_min_messages")
                .map(setting -> finding(
                        setting,
                        "errors are not logged",
                        "Violated constraints, refused privileges, deadlocks and failing functions leave"
                                + " no trace: neither a fault nor an attack is noticed.",
                        "warning"));
        Stream<Finding> statements = silenced(settings, "log_min_error_statement")
                .map(setting -> finding(
                        setting,
                        "errors are logged without their statements",
                        "Of an error that is logged nobody can say which statement caused it.",
                        "error"));
        return Stream.concat(messages, statements);
    }

    private static Stream<Setting> silenced(Settings settings, String name) {
        return settings.named(name).stream()
                .filter(setting -> ABOVE.contains(setting.value()) && NewValue.isOfTheServer(setting));
    }

    private Finding finding(Setting setting, String title, String impact, String value) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", setting.name()),
                title,
                "Setting " + setting.name() + " is " + setting.value()
                        + ", and in the order of the log an error is below" + " that.",
                Evidence.of("value", setting.value()),
                impact,
                NewValue.of(setting, value));
    }
}
