// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.stream.Stream;

/// No connection is kept back for who must help when all are taken.
public record MissingConnectionReserve() implements Rule {

    private static final String RESERVE = "superuser_reserved_connections";

    @Override
    public Needs needs() {
        return Needs.facts(Server.class).settings(RESERVE, "reserved_connections", "max_connections");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        boolean otherwise = settings.value("reserved_connections")
                .filter(value -> !value.equals("0")) // superusers may take those too; since 16
                .isPresent();
        return settings.named(RESERVE).stream()
                .filter(setting -> setting.value().equals("0") && !otherwise)
                .map(setting ->
                        finding(setting, settings.value("max_connections").orElse("")));
    }

    private Finding finding(Setting setting, String connections) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", RESERVE),
                "no connection is kept back for superusers",
                "All " + connections + " connections may be taken by applications.",
                Evidence.of("reserved", 0),
                "When they are, nobody gets in to see why or to end a session; only a restart helps, which ends them"
                        + " all.",
                NewValue.of(setting, "3"));
    }
}
