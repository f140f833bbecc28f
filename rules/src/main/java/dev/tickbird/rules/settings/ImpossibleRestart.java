// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingsFileLine;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Settings that wait for a restart, each of them valid, with which together the server would refuse to start.
public record ImpossibleRestart() implements Rule {

    private static final String LEVEL = "wal_level";
    private static final String SLOTS = "max_replication_slots";
    private static final String CONNECTIONS = "max_connections";
    private static final String PREPARED = "max_prepared_transactions";

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class, SettingsFileLine.class, ReplicationSlot.class, PreparedTransaction.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        NextStart next = new NextStart(snapshot);
        List<ReplicationSlot> slots = snapshot.all(ReplicationSlot.class).stream()
                .filter(slot -> !slot.temporary())
                .toList();
        return Stream.of(
                        finding(LEVEL, next, level(next, slots)),
                        finding(SLOTS, next, slots(next, slots.size())),
                        finding(CONNECTIONS, next, connections(next)),
                        finding(
                                PREPARED,
                                next,
                                prepared(
                                        next,
                                        snapshot.all(PreparedTransaction.class).size())))
                .flatMap(findings -> findings);
    }

    private static List<String> level(NextStart next, List<ReplicationSlot> slots) {
        List<String> obstacles = new ArrayList<>();
        long logical =
                slots.stream().filter(slot -> slot.kind().equals("logical")).count();
        boolean minimal = next.is(LEVEL, "minimal");
        if (minimal && next.number("max_wal_senders") > 0) {
            obstacles.add("max_wal_senders is above 0");
        }
        if (minimal && !next.isOff("archive_mode")) {
            obstacles.add("archive_mode is not off");
        }
        if (minimal && next.isOn("summarize_wal")) {
            obstacles.add("summarize_wal is on");
        }
        if (minimal && !slots.isEmpty()) {
            obstacles.add("there " + are(slots.size(), "replication slot"));
        } else if (logical > 0 && !next.is(LEVEL, "logical")) {
            obstacles.add("there " + are(logical, "logical replication slot"));
        }
        return obstacles;
    }

    private static List<String> slots(NextStart next, int slots) {
        return slots > next.number(SLOTS) ? List.of("there " + are(slots, "replication slot")) : List.of();
    }

    private static List<String> connections(NextStart next) {
        long reserved = next.number("superuser_reserved_connections") + next.number("reserved_connections");
        return next.number(CONNECTIONS) > 0 && reserved >= next.number(CONNECTIONS)
                ? List.of(Words.count(reserved) + " are kept back for superusers and reserved roles")
                : List.of();
    }

    private static List<String> prepared(NextStart next, int prepared) {
        return prepared > next.number(PREPARED) ? List.of("there " + are(prepared, "prepared transaction")) : List.of();
    }

    private static String are(long number, String what) {
        return (number == 1 ? "is " : "are ") + Words.count(number, what);
    }

    private Stream<Finding> finding(String name, NextStart next, List<String> obstacles) {
        return obstacles.isEmpty()
                ? Stream.empty()
                : next.written(name).stream()
                        .map(written -> finding(name, next, written, String.join(", and ", obstacles)));
    }

    private Finding finding(String name, NextStart next, WrittenSetting written, String obstacles) {
        return finding(
                Severity.CRITICAL,
                new Subject("setting", name),
                "the server will not start again with " + name + " \"" + next.value(name) + "\"",
                "It runs with \"" + written.setting().value() + "\", and "
                        + written.pending()
                                .orElse("the next start takes what PostgreSQL comes with, \"" + next.value(name) + '"')
                        + "; but " + obstacles + ".",
                Evidence.of("now", written.setting().value()).and("next", next.value(name)),
                "The next restart, planned or after a crash, ends in an outage: the server stops with an error until"
                        + " somebody finds out why.",
                new Remedy.Advice(
                        List.of(
                                "Take the change back before anybody restarts the server: "
                                        + written.takenBack().orElse("set " + name + " again")
                                        + ". Then run \"select pg_reload_conf()\".",
                                "If it is wanted, first remove what stands against it: " + obstacles + "."),
                        Sql.format(
                                "select sourcefile, sourceline, setting, applied from pg_file_settings where name = %L",
                                name)));
    }
}
