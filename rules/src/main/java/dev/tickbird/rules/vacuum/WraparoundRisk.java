// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A database that has used up much of the numbers for transactions or multixacts: when they run out, the
/// server refuses to write.
///
/// A table as old as `autovacuum_freeze_max_age` is daily routine, for that is where autovacuum begins to freeze it.
/// What counts is the share of the numbers, and that autovacuum should have freed them already.
///
/// @param warningShare from this share of the numbers on, if autovacuum should have freed them
/// @param criticalShare from this share on in any case
public record WraparoundRisk(double warningShare, double criticalShare) implements Rule {

    public WraparoundRisk() {
        this(0.5, 0.8);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Database.class, Table.class, ReplicationSlot.class, PreparedTransaction.class)
                .inPart(Session.class, VacuumProgress.class, Replica.class) // who else might hold it back
                .settings("autovacuum_freeze_max_age", "autovacuum_multixact_freeze_max_age");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Database.class).stream()
                .filter(database -> !database.isInvalid()) // half dropped: the server does not count it any more
                .flatMap(database -> Arrays.stream(FreezeClock.values())
                        .filter(clock -> isAtRisk(clock, database, snapshot))
                        .map(clock -> finding(clock, database, snapshot)));
    }

    private boolean isAtRisk(FreezeClock clock, Database database, Snapshot snapshot) {
        long age = clock.of(database);
        return share(age) >= criticalShare || share(age) >= warningShare && age > clock.forcedAt(snapshot);
    }

    private static double share(long age) {
        return (double) age / FreezeClock.NUMBERS;
    }

    private Finding finding(FreezeClock clock, Database database, Snapshot snapshot) {
        long age = clock.of(database);
        long due = Math.round(Math.min(warningShare, criticalShare) * FreezeClock.NUMBERS);
        List<Table> tables = database.name().equals(snapshot.the(Server.class).database())
                ? clock.oldest(snapshot.all(Table.class), due)
                : List.of();
        List<XminHolder> holders = clock.heldBy(snapshot, due);
        return finding(
                share(age) >= criticalShare ? Severity.CRITICAL : Severity.WARNING,
                new Subject("database", database.name()).at("(" + clock.word() + ")"),
                "database \"" + database.name() + "\" has used " + Words.percent(share(age)) + " of its " + clock.word()
                        + " IDs",
                "The oldest " + clock.word() + " ID in it is " + Words.count(age, clock.word())
                        + " old; autovacuum must freeze it from " + Words.count(clock.forcedAt(snapshot))
                        + " on. After " + Words.count(clock.left(age), clock.word())
                        + " more the server gives out no new ones."
                        + oldest(clock, tables) + holding(clock, holders),
                Evidence.of("share", Math.round(share(age) * 1_000) / 1_000.0).and(clock.word() + "Age", age),
                clock.impact(),
                new Freeze(database, tables, holders, snapshot).remedy(clock.of(database) > clock.worst(tables)));
    }

    private static String oldest(FreezeClock clock, List<Table> tables) {
        return tables.isEmpty()
                ? ""
                : tables.stream()
                        .limit(3)
                        .map(table -> table.qualifiedName() + " (" + Words.count(clock.of(table), clock.word()) + ")")
                        .collect(Collectors.joining(", ", " Its oldest tables are ", "."));
    }

    private static String holding(FreezeClock clock, List<XminHolder> holders) {
        return holders.isEmpty()
                ? ""
                : holders.stream().limit(3).map(XminHolder::name).collect(Collectors.joining(", ", clock.held(), "."));
    }
}
