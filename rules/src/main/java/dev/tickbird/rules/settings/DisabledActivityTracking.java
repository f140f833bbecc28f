// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.stream.Stream;

/// Nobody can see what sessions do: neither their statements nor how long their transactions have been open.
public record DisabledActivityTracking() implements Rule {

    private static final String SETTING = "track_activities";

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class).settings(SETTING);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Settings.of(snapshot).named(SETTING).stream()
                .filter(setting -> setting.value().equals("off") && NewValue.isOfTheServer(setting))
                .map(this::finding);
    }

    private Finding finding(Setting setting) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", SETTING),
                "the server does not show what its sessions do: \"" + SETTING + "\" is off",
                "PostgreSQL comes with it on; pg_stat_activity then shows each session's state, its statement and when"
                        + " its transaction began.",
                Evidence.of("value", setting.value()),
                "When everything stands still, nobody can see who holds it up: the session that blocks all others has no"
                        + " statement, no state and no age. Tickbird cannot see it either.",
                NewValue.of(setting, "on"));
    }
}
