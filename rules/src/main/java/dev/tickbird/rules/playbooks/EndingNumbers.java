// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.vacuum.FreezeClock;
import dev.tickbird.rules.vacuum.XminHolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Transaction IDs run out: first whoever holds vacuum back, then vacuum, the oldest tables first.
record EndingNumbers() implements Playbook {

    /// From this share on of what there is.
    private static final double NEAR = 0.5;

    /// A database may be so much older than autovacuum wants it, for vacuum has yet to come round.
    private static final double LATE = 1.1;

    private static final int TABLES = 5;

    private static final List<String> NEVER = List.of(
            "Do not begin with single-user mode: since PostgreSQL 14 a server that refuses to write can still be vacuumed,"
                    + " while in single-user mode nobody reads, nothing is seen, and no failsafe helps.",
            "No VACUUM FULL: it needs a transaction ID of its own, the table's size on disk again, and locks everybody out."
                    + " No VACUUM FREEZE of everything either: it does more than is needed, and it takes longer.",
            "Do not switch autovacuum off, and do not end its workers: they do what you need.",
            "Never set the counter with pg_resetwal: rows appear and disappear.");

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                Database.class,
                Table.class,
                Session.class,
                VacuumProgress.class,
                ReplicationSlot.class,
                PreparedTransaction.class,
                Replica.class,
                Setting.class);
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        List<Sign> signs = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (FreezeClock clock : FreezeClock.values()) {
            oldest(clock, scene).forEach(database -> signs.add(sign(clock, database, scene)));
            scene.all(Database.class).stream()
                    .max(Comparator.comparingLong(clock::of))
                    .ifPresent(database -> numbers.add(number(clock, database)));
        }
        List<XminHolder> holders = holders(scene);
        holders.forEach(holder -> signs.add(sign(holder)));
        if (scene.setting("autovacuum").equals("off")) {
            signs.add(Sign.of(
                    false,
                    "autovacuum is off",
                    "Only what comes too near the end is vacuumed by itself.",
                    Evidence.of("autovacuum", false)));
        }
        numbers.add(Words.count(scene.all(VacuumProgress.class).size(), "vacuum") + " running");
        return new Diagnosis(scene.emergency(), signs, numbers, measures(holders, scene), NEVER);
    }

    private static List<Database> oldest(FreezeClock clock, Scene scene) {
        double due = Math.min(NEAR * FreezeClock.NUMBERS, LATE * clock.forcedAt(scene.snapshot()));
        return scene.all(Database.class).stream()
                .filter(database -> !database.isInvalid() && due > 0 && clock.of(database) > due)
                .sorted(Comparator.<Database>comparingLong(clock::of).reversed())
                .toList();
    }

    private static Sign sign(FreezeClock clock, Database database, Scene scene) {
        long age = clock.of(database);
        return Sign.of(
                        (double) age / FreezeClock.NUMBERS >= NEAR,
                        "database \"" + database.name() + "\" is " + Words.count(age, clock.word())
                                + " old, and has used " + Words.percent((double) age / FreezeClock.NUMBERS)
                                + " of its IDs",
                        "Autovacuum must freeze from " + Words.count(clock.forcedAt(scene.snapshot()))
                                + " on, and has not."
                                + " After " + Words.count(clock.left(age), clock.word())
                                + " more the server gives out no new ones. " + clock.impact(),
                        Evidence.of("age", age).and("left", clock.left(age)).and("database", database.name()))
                .with(tables(clock, database, scene));
    }

    private static List<String> tables(FreezeClock clock, Database database, Scene scene) {
        return database.name().equals(scene.server().database())
                ? clock.oldest(scene.all(Table.class), clock.forcedAt(scene.snapshot())).stream()
                        .limit(TABLES)
                        .map(table -> table.qualifiedName() + ": " + Words.count(clock.of(table), clock.word()))
                        .toList()
                : List.of();
    }

    private static String number(FreezeClock clock, Database database) {
        return "the oldest database, \"" + database.name() + "\", has used "
                + Words.percent((double) clock.of(database) / FreezeClock.NUMBERS) + " of its " + clock.word()
                + " IDs ("
                + Words.count(clock.of(database)) + "); " + Words.count(clock.left(clock.of(database))) + " are left";
    }

    /// Those that hold back what matters: a tenth of what autovacuum waits for.
    private static List<XminHolder> holders(Scene scene) {
        long worth = FreezeClock.TRANSACTION.forcedAt(scene.snapshot()) / 10;
        return scene.standby()
                ? List.of()
                : XminHolder.of(scene.snapshot()).stream()
                        .filter(holder -> worth > 0 && holder.age() >= worth)
                        .limit(TABLES)
                        .toList();
    }

    private static Sign sign(XminHolder holder) {
        return Sign.of(
                false,
                holder.name() + " holds vacuum back by " + Words.count(holder.age(), "transaction"),
                holder.story() + ". Nothing newer can be frozen until it lets go.",
                Evidence.of("transactionAge", holder.age()));
    }

    private static List<Measure> measures(List<XminHolder> holders, Scene scene) {
        List<Measure> measures = new ArrayList<>();
        for (XminHolder holder : holders) {
            measures.addAll(Measure.of(
                            "End " + holder.name() + ", which holds vacuum back.",
                            holder.remedy(),
                            "What it has not committed is rolled back; then vacuum can freeze.")
                    .toList());
        }
        if (scene.standby()) {
            measures.add(Measure.words("This is a standby: vacuum runs on its primary, so run this playbook there."));
            return measures;
        }
        measures.add(vacuum(scene));
        Arrays.stream(FreezeClock.values())
                .flatMap(clock -> oldest(clock, scene).stream())
                .map(Database::name)
                .filter(name -> !name.equals(scene.server().database()))
                .distinct()
                .limit(TABLES)
                .forEach(name -> measures.add(Measure.words("Then run this playbook on database \"" + name
                        + "\", which is too old, too: each has tables of its own.")));
        measures.add(Measure.look(
                "Watch the ages fall.",
                Sql.format("select datname, age(datfrozenxid), mxid_age(datminmxid) from pg_database order by 2 desc"),
                Sql.format("select pid, relid::regclass, phase, heap_blks_scanned, heap_blks_total from"
                        + " pg_stat_progress_vacuum")));
        return measures;
    }

    /// Of the tables that are due, as little as is needed: without their indexes, and without being throttled.
    private static Measure vacuum(Scene scene) {
        List<Table> tables = Arrays.stream(FreezeClock.values())
                .flatMap(clock -> clock.oldest(scene.all(Table.class), clock.forcedAt(scene.snapshot())).stream())
                .distinct()
                .limit(TABLES)
                .toList();
        if (tables.isEmpty()) {
            return Measure.look(
                    "See which tables of this database are the oldest; none is as old as autovacuum would force.",
                    Sql.format("select oid::regclass, age(relfrozenxid) from pg_class where relkind in ('r', 'm', 't')"
                            + " order by 2 desc limit 10"));
        }
        List<Sql> statements = new ArrayList<>(List.of(Sql.format("set vacuum_cost_delay = 0")));
        tables.forEach(table -> statements.add(
                Sql.format("vacuum (verbose, index_cleanup off, truncate off) %I", table.qualifiedName())));
        return Measure.sql(
                "Vacuum the oldest tables, one by one, outside a transaction block, as their owner or a superuser.",
                "Reads and writes go on; it takes a SHARE UPDATE EXCLUSIVE lock, which keeps out changes of the table"
                        + " and other vacuums, and all the disk that it gets. Vacuum them normally later, for their"
                        + " indexes are left out.",
                "It need not be undone, and may be cancelled at any time.",
                statements.toArray(Sql[]::new));
    }
}
