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

/// Every statement is written to the log, with the values in it: what people have entered, and passwords.
public record LoggedEveryStatement() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class).settings("log_statement", "log_min_duration_statement");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        Stream<Finding> all = settings.named("log_statement").stream()
                .filter(setting -> setting.value().equals("all") && NewValue.isOfTheServer(setting))
                .map(setting -> finding(setting, "ddl"));
        Stream<Finding> zero = settings.named("log_min_duration_statement").stream()
                .filter(setting -> setting.value().equals("0") && NewValue.isOfTheServer(setting))
                .map(setting -> finding(setting, "1s"));
        return Stream.concat(all, zero);
    }

    private Finding finding(Setting setting, String value) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", setting.name()),
                "every statement is logged",
                "Setting " + setting.name() + " is " + setting.value() + " for the whole server.",
                Evidence.of("value", setting.value()),
                "Whoever reads the log reads what is in the tables, and passwords that were set in plain text; each statement"
                        + " is written a second time, and what matters drowns.",
                NewValue.of(setting, value));
    }
}
