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

/// Each connection waits until the name service has said what its client's address is called.
public record LoggedHostName() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class).settings("log_hostname");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Settings.of(snapshot).named("log_hostname").stream()
                .filter(setting -> setting.value().equals("on") && NewValue.isOfTheServer(setting))
                .map(this::finding);
    }

    private Finding finding(Setting setting) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", setting.name()),
                "each connection waits for the name service",
                "Setting log_hostname is on: the server looks up the name of each client before it lets it in.",
                Evidence.of("value", setting.value()),
                "While the name service is slow, so is every login; while it is down, logins hang. And names say less than"
                        + " addresses afterwards, for whoever runs the name service chooses them.",
                NewValue.of(setting, "off"));
    }
}
