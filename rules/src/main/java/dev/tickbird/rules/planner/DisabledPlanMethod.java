// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.planner;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A way to scan, join or sort that the planner may not use, switched off for everybody.
public record DisabledPlanMethod() implements Rule {

    private static final String PREFIX = "enable_";

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, SettingOverride.class).settings("enable_seqscan"); // nobody hides its kin
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Stream<Finding> ofServer = snapshot.all(Setting.class).stream()
                .filter(setting -> isMethod(setting) && isOff(setting.value()) && NewValue.isOfTheServer(setting))
                .map(this::finding);
        String database = snapshot.the(Server.class).database();
        Stream<Finding> ofAll = snapshot.all(SettingOverride.class).stream()
                .filter(override -> override.role() == null
                        && (override.database() == null || override.database().equals(database)))
                .filter(override -> isOff(override.value())
                        && Settings.of(snapshot)
                                .named(override.name())
                                .filter(DisabledPlanMethod::isMethod)
                                .isPresent())
                .map(this::finding);
        return Stream.concat(ofServer, ofAll);
    }

    /// One that PostgreSQL itself leaves off, such as partitionwise joins, is none.
    private static boolean isMethod(Setting setting) {
        return setting.name().startsWith(PREFIX) && "on".equals(setting.bootValue());
    }

    /// An override keeps the word that somebody wrote.
    private static boolean isOff(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return word.equals("0")
                || word.length() > 1 && "off".startsWith(word)
                || !word.isEmpty() && ("false".startsWith(word) || "no".startsWith(word));
    }

    private Finding finding(Setting setting) {
        return finding(
                new Subject("setting", setting.name()),
                setting.name(),
                "for the whole server",
                NewValue.of(setting, "on"));
    }

    private Finding finding(SettingOverride override) {
        String database = override.database();
        Sql target = database == null ? Sql.format("alter role all") : Sql.format("alter database %I", database);
        Subject subject =
                database == null ? new Subject("role", "all") : new Subject("database", Identifier.quoted(database));
        return finding(
                subject.at(" (" + override.name() + ")"),
                override.name(),
                database == null ? "for all roles" : "for database \"" + database + "\"",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format("%s reset %I", target, override.name()))),
                        List.of(Step.inTransaction(
                                Sql.format("%s set %I = %L", target, override.name(), override.value()))),
                        Impact.NONE,
                        null));
    }

    private Finding finding(Subject subject, String name, String where, Remedy remedy) {
        return finding(
                Severity.ADVICE,
                subject,
                "setting \"" + name + "\" is off " + where,
                "These switches are for the diagnosis of one query in one session: the planner then takes the method only"
                        + " where there is no other.",
                Evidence.of("setting", name),
                "The query for which it was switched off may be faster; of all the others, those for which the method is"
                        + " the best get a worse plan.",
                remedy);
    }
}
