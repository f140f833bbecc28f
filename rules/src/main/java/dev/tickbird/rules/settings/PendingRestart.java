// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.AlterSystem;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A setting that was changed in the configuration, but that only a restart brings into force; or not even that, where
/// the command that starts the server says otherwise.
public record PendingRestart() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class, EditionEvidence.class, Server.class).also(SettingsFileLine.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        String place = Edition.of(snapshot).placeOfSettings();
        return snapshot.all(Setting.class).stream()
                .filter(Setting::pendingRestart)
                .map(setting -> setting.source().equals("command line")
                        ? overruled(setting)
                        : finding(setting, WrittenSetting.of(setting, snapshot), place));
    }

    /// The server shows such a setting as pending, too, but reads the same command when it starts again.
    private Finding overruled(Setting setting) {
        String given = "\"-c " + setting.name() + "=" + setting.value() + "\"";
        return finding(
                Severity.ADVICE,
                new Subject("setting", setting.name()),
                "setting \"" + setting.name() + "\" of the configuration files is overruled by the command line",
                "The server was started with " + given + ", which no file can overrule; its configuration files say"
                        + " something else, and pending_restart shows it.",
                Evidence.of("value", setting.value()).and("source", setting.source()),
                "What was meant to be in force is not, and no restart with the same command brings it in.",
                new Remedy.Advice(
                        List.of(
                                "If the change is wanted, take " + given + " out of the command that starts the server,"
                                        + " and restart it at a quiet time.",
                                takenBack(setting)),
                        inFiles(setting)));
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("impossible-restart");
    }

    private Finding finding(Setting setting, WrittenSetting written, String place) {
        String unit = Objects.requireNonNullElse(setting.unit(), "");
        String now = "\"" + setting.value() + "\"" + (unit.isEmpty() ? "" : " (in units of " + unit + ")");
        return finding(
                Severity.ADVICE,
                new Subject("setting", setting.name()),
                "setting \"" + setting.name() + "\" waits for a restart",
                "The server still works with " + now + "; "
                        + written.pending().map(it -> it + ".").orElse("its configuration files say something else."),
                Evidence.of("value", setting.value()),
                "What was meant to be in force is not; and the next restart, whenever it comes, brings the change whether"
                        + " somebody thinks of it or not.",
                remedy(setting, written, place));
    }

    /// A reset would not do where `alter system` had set another value before: that would be lost with the new one.
    ///
    /// @param place where settings are changed; empty where `alter system` changes them
    private static Remedy remedy(Setting setting, WrittenSetting written, String place) {
        String wanted = "If the change is wanted, restart the server at a quiet time.";
        if (!place.isEmpty()) {
            return new Remedy.Advice(
                    List.of(wanted, "If it is not, take it back in " + place + "."),
                    Sql.format("select setting, pending_restart from pg_settings where name = %L", setting.name()));
        }
        String unwanted = written.takenBack()
                .map(back -> "If it is not, " + back + ". Then run \"select pg_reload_conf()\".")
                .orElseGet(() -> takenBack(setting));
        return new Remedy.Advice(List.of(wanted, unwanted), inFiles(setting));
    }

    private static String takenBack(Setting setting) {
        return "If it is not, put the former value back where the change stands: in the file that has it or, if that is"
                + " postgresql.auto.conf, with \"" + AlterSystem.of(setting.name(), setting.value())
                + "\". Then run \"select pg_reload_conf()\".";
    }

    private static Sql inFiles(Setting setting) {
        return Sql.format(
                "select sourcefile, sourceline, setting, applied from pg_file_settings where name = %L",
                setting.name());
    }
}
