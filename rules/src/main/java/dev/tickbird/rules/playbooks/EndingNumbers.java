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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Transaction IDs run out: first whoever holds vacuum back, then vacuum, the oldest tables first.
record EndingNumbers() implements Playbook {

    /// From this share on of what there is.
    private static final double NEAR = 0.5;

    /// A database may be so much older than autovacuum wants it, for vacuum has yet to come round.
    private static final double LATE = 1.1;

    private static final int TABLES = 5;

    @Override
    public List<String> never() {
        return List.of(
                "Do not begin with single-user mode: since PostgreSQL 14 a server that refuses to write can still be"
                        + " vacuumed, while in single-user mode nobody reads, nothing is seen, and no failsafe helps.",
                "No VACUUM FULL: it needs a transaction ID of its own, the table's size on disk again, and locks everybody"
                        + " out. No VACUUM FREEZE of everything either: it does more than is needed, and takes longer.",
                "Do not switch autovacuum off, and do not end its workers: they do what you need.",
                "Never set the counter with pg_resetwal: rows appear and disappear.");
    }

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
                    Sign.Weight.SIGN,
                    "autovacuum is off",
                    "Only what comes too near the end is vacuumed by itself.",
                    Evidence.of("autovacuum", false)));
        }
        numbers.add(scene.count(VacuumProgress.class, "vacuum") + " running");
        return scene.diagnosis(signs, numbers, measures(holders, scene));
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
                        Sign.Weight.of(isNear(clock, database)),
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
                Sign.Weight.SIGN,
                holder.name() + " holds vacuum back by " + Words.count(holder.age(), "transaction"),
                holder.story() + ". Nothing newer can be frozen until it lets go.",
                Evidence.of("transactionAge", holder.age()));
    }

    private static boolean isNear(FreezeClock clock, Database database) {
        return (double) clock.of(database) / FreezeClock.NUMBERS >= NEAR;
    }

    private static boolean isNear(Scene scene) {
        return Arrays.stream(FreezeClock.values())
                .anyMatch(clock -> oldest(clock, scene).stream().anyMatch(database -> isNear(clock, database)));
    }

    /// While there is time, nobody is thrown out before it has been looked who it is.
    private static List<Measure> measures(List<XminHolder> holders, Scene scene) {
        if (scene.standby()) {
            return List.of(Measure.words("This is a standby: vacuum runs on its primary, so run this playbook there."));
        }
        List<Measure> measures = new ArrayList<>();
        Measure look = look();
        if (!isNear(scene) || holders.isEmpty()) {
            measures.add(look);
        }
        holders.forEach(holder -> measures.add(Measure.of(
                holder.name(),
                holder.remedy(),
                "If nobody needs what " + holder.name() + " does more than that, end it: it holds vacuum back.",
                "What it has not committed is rolled back; then vacuum can freeze.")));
        vacuum(scene).ifPresent(measures::add);
        others(scene).forEach(measures::add);
        if (!measures.contains(look)) {
            measures.add(look);
        }
        return measures;
    }

    private static Measure look() {
        return Measure.look(
                "See how old the databases and the oldest tables of this one are, and who vacuums; look again, for the ages"
                        + " must fall.",
                Sql.format("select datname, age(datfrozenxid), mxid_age(datminmxid) from pg_database order by 2 desc"),
                Sql.format("select oid::regclass, age(relfrozenxid), mxid_age(relminmxid), relpersistence from pg_class"
                        + " where relkind in ('r', 'm', 't') order by 2 desc limit 10"),
                Sql.format("select pid, relid::regclass, phase, heap_blks_scanned, heap_blks_total from"
                        + " pg_stat_progress_vacuum"));
    }

    private static Stream<Measure> others(Scene scene) {
        return Arrays.stream(FreezeClock.values())
                .flatMap(clock -> oldest(clock, scene).stream())
                .filter(Database::allowsConnections) // the others are autovacuum's
                .map(Database::name)
                .filter(name -> !name.equals(scene.server().database()))
                .distinct()
                .limit(TABLES)
                .map(name -> Measure.words("Then run this playbook on database \"" + name
                        + "\", which is too old, too: each has tables of its own."));
    }

    /// Of the tables that are due, as little as is needed, and unthrottled only where time runs out.
    private static Optional<Measure> vacuum(Scene scene) {
        List<Table> tables = Arrays.stream(FreezeClock.values())
                .flatMap(clock -> clock.oldest(scene.all(Table.class), clock.forcedAt(scene.snapshot())).stream())
                .filter(table -> table.persistence() != Table.Persistence.TEMPORARY) // only its session may
                .distinct()
                .limit(TABLES)
                .toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        boolean near = isNear(scene);
        List<Sql> statements = new ArrayList<>();
        if (near) {
            statements.add(Sql.format("set vacuum_cost_delay = 0"));
        }
        tables.forEach(table -> statements.add(
                near
                        ? Sql.format("vacuum (verbose, index_cleanup off, truncate off) %I", table.qualifiedName())
                        : Sql.format("vacuum (verbose, truncate off) %I", table.qualifiedName())));
        return Optional.of(Measure.sql(
                "Vacuum the oldest tables, one by one, outside a transaction block, as their owner or a superuser.",
                "Reads and writes go on; it takes a SHARE UPDATE EXCLUSIVE lock, which keeps out changes of the table and"
                        + " other vacuums, and "
                        + (near
                                ? "all the disk that it gets. Vacuum them normally later, for their indexes are left out."
                                : "it takes the disk: where that is short, give it \"set vacuum_cost_delay = 2\" first."),
                "It need not be undone, and may be cancelled at any time.",
                statements.toArray(Sql[]::new)));
    }
}
