// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A standby that is to copy the failover slots of its primary, but lacks a setting without which it copies none.
public record IncompleteSlotSynchronization() implements Rule {

    private static final String SYNCHRONIZES = "sync_replication_slots"; // since 17
    private static final String FEEDBACK = "hot_standby_feedback";
    private static final String SLOT = "primary_slot_name";
    private static final String PRIMARY = "primary_conninfo";

    private static final Pattern DATABASE = Pattern.compile("\\bdbname\\s*=|://[^/]*/[^?]");

    @Override
    public Needs needs() {
        return Needs.facts(Server.class).settings(SYNCHRONIZES, FEEDBACK, SLOT, PRIMARY, "wal_level");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<String> lacks = lacks(Settings.of(snapshot));
        return Settings.of(snapshot).named(SYNCHRONIZES).stream()
                .filter(setting -> setting.value().equals("on"))
                .filter(setting -> snapshot.the(Server.class).inRecovery() && !lacks.isEmpty())
                .map(setting -> finding(setting, lacks));
    }

    private static List<String> lacks(Settings settings) {
        List<String> lacks = new ArrayList<>();
        if (settings.value(FEEDBACK).filter(value -> value.equals("off")).isPresent()) {
            lacks.add(FEEDBACK + " is off");
        }
        if (settings.value(SLOT).filter(String::isBlank).isPresent()) {
            lacks.add(SLOT + " is empty");
        }
        if (settings.value(PRIMARY)
                .filter(value -> !DATABASE.matcher(value).find())
                .isPresent()) {
            lacks.add(PRIMARY + " names no database");
        }
        if (settings.value("wal_level")
                .filter(value -> !value.equals("logical"))
                .isPresent()) {
            lacks.add("wal_level is not logical");
        }
        return lacks;
    }

    private Finding finding(Setting setting, List<String> lacks) {
        return finding(
                Severity.WARNING,
                new Subject("setting", setting.name()),
                "this standby is to copy replication slots, and copies none",
                setting.name() + " is on, but " + String.join(", ", lacks)
                        + ": without that, nothing is copied, and only the log says so.",
                Evidence.of("lacks", String.join(", ", lacks)),
                "After a failover to this server subscribers and connectors find no slot here: they must begin anew, with a"
                        + " copy of all their tables.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Set here what is missing: \"hot_standby_feedback = on\", \"primary_slot_name\" to the slot of"
                                        + " this standby on the primary, \"dbname\" in primary_conninfo to any database"
                                        + " there, and wal_level = logical.",
                                "Then look whether the slots arrive: those with \"failover\" on the primary are here with"
                                        + " \"synced\", and not temporary."),
                        Sql.format(
                                "select slot_name, synced, temporary, invalidation_reason from pg_replication_slots")));
    }
}
