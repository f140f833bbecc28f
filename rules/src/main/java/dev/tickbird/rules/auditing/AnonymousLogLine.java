// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.auditing;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Statements are logged, but not whose they are: the prefix of the lines has no role, no database or no process in it.
public record AnonymousLogLine() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Database.class)
                .settings("log_line_prefix", "log_destination", "log_statement", "log_min_duration_statement");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        String destination = settings.value("log_destination").orElse("");
        boolean structured = destination.contains("csvlog") || destination.contains("jsonlog"); // these say everything
        return structured || !logsStatements(settings)
                ? Stream.empty()
                : settings.named("log_line_prefix").stream()
                        .filter(NewValue::isOfTheServer)
                        .map(setting -> finding(setting, missing(setting.value(), snapshot)))
                        .flatMap(it -> it);
    }

    private static boolean logsStatements(Settings settings) {
        return !settings.value("log_statement").orElse("none").equals("none")
                || !settings.value("log_min_duration_statement").orElse("-1").equals("-1");
    }

    private static List<String> missing(String prefix, Snapshot snapshot) {
        long databases = snapshot.all(Database.class).stream()
                .filter(database -> database.allowsConnections() && !database.template())
                .count();
        List<String> missing = new ArrayList<>();
        if (!prefix.matches(".*%-?\\d*u.*")) {
            missing.add("the role (%u)");
        }
        if (databases > 1 && !prefix.matches(".*%-?\\d*d.*")) {
            missing.add("the database (%d)");
        }
        if (!prefix.matches(".*%-?\\d*[pc].*")) {
            missing.add("the process (%p)");
        }
        return missing;
    }

    private Stream<Finding> finding(Setting setting, List<String> missing) {
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(finding(
                        Severity.ADVICE,
                        new Subject("setting", setting.name()),
                        "log has statements in it, but not whose they are",
                        "The prefix of its lines is \"" + setting.value() + "\", without " + String.join(", ", missing)
                                + ".",
                        Evidence.of("missing", missing.size()).and("value", setting.value()),
                        "A slow or harmful statement is seen, but not who sent it; and lines of several sessions cannot be"
                                + " told apart.",
                        NewValue.of(setting, "%m [%p] %q%u@%d ")));
    }
}
