// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.auditing;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/// A server that the network reaches, and whose log does not say who came in.
public record UnloggedLogin() implements Rule {

    private static final Set<String> LOOPBACK = Set.of("", "localhost", "127.0.0.1", "::1");

    @Override
    public Needs needs() {
        return Needs.facts(Role.class).settings("log_connections", "listen_addresses");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        long roles = snapshot.all(Role.class).stream()
                .filter(role -> role.canLogin() && !role.superuser())
                .count();
        String listened = settings.named("listen_addresses")
                .map(it -> it.pendingRestart() ? "other addresses after its next restart" : it.value())
                .orElse("");
        boolean local = Arrays.stream(listened.split(",")).map(String::strip).allMatch(LOOPBACK::contains);
        return local || roles == 0
                ? Stream.empty()
                : settings.named("log_connections").stream()
                        .filter(setting -> isOff(setting) && NewValue.isOfTheServer(setting))
                        .map(setting -> finding(setting, roles, listened));
    }

    /// From PostgreSQL 18 on it lists what is logged.
    private static boolean isOff(Setting setting) {
        return setting.value().equals("off") || setting.value().isEmpty();
    }

    private Finding finding(Setting setting, long roles, String listened) {
        return finding(
                Severity.NOTE,
                new Subject("setting", setting.name()),
                "log does not say who logs in",
                "The server listens on " + listened + ", and " + Words.count(roles, "ordinary role")
                        + " may log in; what fails is logged, what succeeds is not.",
                Evidence.of("roles", roles),
                "After a password was stolen, nobody can find out who came in, when and from where.",
                NewValue.of(setting, "on"));
    }
}
