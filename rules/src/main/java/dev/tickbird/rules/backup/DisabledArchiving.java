// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.backup;

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

/// Somebody has said how WAL is to be archived, but not that it is: nothing is.
public record DisabledArchiving() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Server.class)
                .settings(Archiving.MODE, Archiving.COMMAND, Archiving.LIBRARY)
                .ownHost(); // elsewhere archiving is the service's
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Settings.of(snapshot).named(Archiving.MODE).stream()
                .filter(mode -> mode.value().equals("off") && !mode.pendingRestart()) // see pending-restart
                .flatMap(mode -> Stream.of(Archiving.LIBRARY, Archiving.COMMAND)
                        .filter(name -> isMeant(Archiving.written(name, snapshot), name))
                        .limit(1)
                        .map(name -> finding(mode, name, Archiving.written(name, snapshot))));
    }

    private static boolean isMeant(String value, String name) {
        return !value.isBlank() && (name.equals(Archiving.LIBRARY) || !Archiving.isIdle(value));
    }

    private Finding finding(Setting mode, String name, String value) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", Archiving.MODE),
                name + " is set, but archiving is off",
                name + " is: " + value + ". Without archive_mode it is never called.",
                Evidence.of("setting", name),
                "There is no archive: whoever counts on recovery to a point in time gets the last base backup, if that.",
                NewValue.of(mode, "on"));
    }
}
