// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.backup;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An archive command that reports success whatever happens: the server removes WAL that nobody has.
public record UnfailingArchiveCommand() implements Rule {

    private static final Pattern EXCUSE =
            Pattern.compile("\\s*(?:\\|\\||;)\\s*(?:true|/bin/true|/usr/bin/true|:|exit\\s+0)\\s*;?\\s*$");
    private static final Pattern FAILURE = Pattern.compile("\\bexit\\s+[1-9]|\\bset\\s+-e|\\bfalse\\b");

    @Override
    public Needs needs() {
        return Needs.facts(Server.class)
                .settings(Archiving.MODE, Archiving.COMMAND, Archiving.LIBRARY)
                .ownHost(); // elsewhere archiving is the service's
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (!Archiving.isOn(snapshot) || !Archiving.by(snapshot).equals(Archiving.COMMAND)) {
            return Stream.empty();
        }
        return Settings.of(snapshot).named(Archiving.COMMAND).stream()
                .filter(setting -> !setting.value().isBlank()) // that keeps all WAL, see failing-archiver
                .flatMap(this::examined);
    }

    private Stream<Finding> examined(Setting setting) {
        String command = setting.value();
        if (Archiving.isIdle(command)) {
            return Stream.of(idle(command));
        }
        boolean excused =
                EXCUSE.matcher(command).find() && !FAILURE.matcher(command).find();
        return excused ? Stream.of(excused(setting)) : Stream.empty();
    }

    private Finding excused(Setting setting) {
        return finding(
                Severity.CRITICAL,
                new Subject("setting", Archiving.COMMAND),
                "the archive command succeeds even when nothing was archived",
                "It is: " + setting.value() + ". Whatever goes wrong, its end makes a success of it.",
                Evidence.of("command", setting.value()),
                "A file that could not be copied is removed all the same, and pg_stat_archiver counts it as archived: no"
                        + " recovery goes past the gap, and nobody hears of it before the day it is needed.",
                NewValue.of(setting, EXCUSE.matcher(setting.value()).replaceFirst("")));
    }

    private Finding idle(String command) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", Archiving.COMMAND),
                "WAL archiving is on, but its command archives nothing",
                "archive_command is: " + command + ".",
                Evidence.of("command", command),
                "All counters say that archiving works, and there is no archive: recovery ends with the last base"
                        + " backup.",
                new Remedy.Advice(
                        List.of(
                                "If there is to be an archive, set archive_command to what your backup tool asks for,"
                                        + " reload, and take a new base backup: the WAL until now is gone.",
                                "If the WAL goes elsewhere, as with pg_receivewal, or nobody needs it, accept the"
                                        + " finding with"
                                        + " that reason, or set archive_mode = off when the server restarts next."),
                        Sql.format("select setting from pg_settings where name = 'archive_command'")));
    }
}
