// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.auditing;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.List;
import java.util.stream.Stream;

/// A schema that several roles may change, and a log that does not say who did.
public record UnloggedChange() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class).settings("log_statement", "shared_preload_libraries");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        boolean audited = settings.value("shared_preload_libraries")
                .filter(libraries -> libraries.contains("pgaudit"))
                .isPresent();
        List<String> owners = snapshot.all(Table.class).stream()
                .map(Table::owner)
                .distinct()
                .sorted()
                .toList();
        return audited || owners.size() < 2
                ? Stream.empty()
                : settings.named("log_statement").stream()
                        .filter(setting -> setting.value().equals("none") && NewValue.isOfTheServer(setting))
                        .map(setting -> finding(setting, owners));
    }

    private Finding finding(Setting setting, List<String> owners) {
        return finding(
                Severity.NOTE,
                new Subject("setting", setting.name()),
                "log does not say who changes the schema",
                Words.count(owners.size(), "role") + " own tables of this database: " + Words.some(owners, 5) + ".",
                Evidence.of("owners", owners.size()).and("value", setting.value()),
                "When a table, a column or a grant is gone, nobody can find out who took it away, and when.",
                NewValue.of(setting, "ddl"));
    }
}
