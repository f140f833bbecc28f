// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import java.util.List;

/// What may be wrong with the shop's database: one finding of each kind of remedy and impact.
final class ShopFindings {

    private static final QualifiedName ORDERS = new QualifiedName("public", "orders");
    private static final QualifiedName EVENTS = new QualifiedName("public", "events");

    private ShopFindings() {}

    static Finding wraparound() {
        return new Finding(
                "wraparound-risk",
                Severity.CRITICAL,
                Subject.table(EVENTS),
                "table \"public.events\" has used 91 % of its transaction numbers",
                "The oldest row version is 1,912,000,000 transactions old; at 2,146,000,000 the server refuses every write. At the pace of the last week that is in 4 days.",
                Evidence.of("frozenAge", 1_912_000_000L)
                        .and("limit", 2_146_000_000L)
                        .and("daysLeft", 4)
                        .and("share", 0.891),
                "The server stops accepting writes to protect the data, and only a vacuum in single-user mode brings it back.",
                new Remedy.Statement(
                        List.of(
                                Step.alone(Sql.format("vacuum (freeze, verbose) %I", EVENTS)),
                                Step.inTransaction(Sql.format("alter table %I reset (autovacuum_enabled)", EVENTS))),
                        List.of(),
                        Impact.locking(EVENTS, LockMode.SHARE_UPDATE_EXCLUSIVE),
                        Sql.format(
                                "select relname, age(relfrozenxid)\nfrom pg_catalog.pg_class\nwhere oid = %L::regclass",
                                EVENTS)),
                Proof.reasoned("rows cannot be frozen on a twin that has none"));
    }

    static Finding idle() {
        return new Finding(
                "idle-in-transaction",
                Severity.CRITICAL,
                new Subject("session", "4711"),
                "session 4711 has been idle in a transaction for 32 minutes",
                "It belongs to role shop_app, application \"order-import\"; it blocks 5 other sessions; its last statement was: update orders set state = 'paid' where id = 81231",
                Evidence.of("idleSeconds", 1_940L).and("blockedSessions", 5L).and("pid", 4711),
                "Its locks stay, whoever needs them waits, and no vacuum removes rows that died after it began.",
                new Remedy.Statement(
                        List.of(Step.alone(Sql.format("select pg_terminate_backend(%s)", 4711))),
                        List.of(),
                        Impact.NONE,
                        Sql.format("select state, state_change from pg_stat_activity where pid = %s", 4711)));
    }

    static Finding unindexed(String table, String column, long rows) {
        QualifiedName name = new QualifiedName("public", table);
        return new Finding(
                "unindexed-foreign-key",
                rows > 1_000_000 ? Severity.WARNING : Severity.ADVICE,
                Subject.table(name).at("(" + column + ")"),
                "foreign key \"" + table + "_" + column + "_fkey\" of table \"" + name + "\" has no index",
                "No index of " + name + " starts with the columns (" + column + ") that reference public.customers.",
                Evidence.of("rows", rows).and("columns", column).and("references", "public.customers"),
                "Each delete from public.customers, each change of its key and each join along the key reads all of "
                        + name + "; meanwhile the deleted rows stay locked.",
                new Remedy.Statement(
                        List.of(Step.alone(Sql.format(
                                "create index concurrently %I on %I (%I)",
                                table + "_" + column + "_idx", name, column))),
                        List.of(Step.alone(Sql.format(
                                "drop index concurrently %I",
                                new QualifiedName("public", table + "_" + column + "_idx")))),
                        Impact.locking(name, LockMode.SHARE_UPDATE_EXCLUSIVE),
                        null),
                new Proof(
                        Proof.Verdict.REHEARSED,
                        "On the twin the index was built in 0.4 s, the finding was gone, and dropping it brought back the same catalog."));
    }

    static Finding unused(String index, long megabytes) {
        QualifiedName name = new QualifiedName("public", index);
        return new Finding(
                "unused-index",
                Severity.ADVICE,
                Subject.index(name),
                "index \"" + name + "\" has not been used for 61 days",
                "It takes " + megabytes
                        + " MB, has had 0 scans since 21 September 2026 and is maintained by each of 1,204 writes a second.",
                Evidence.of("bytes", megabytes << 20).and("scans", 0L),
                "Each write to public.orders maintains it, each backup copies it, and the cache holds pages of it.",
                new Remedy.Statement(
                        List.of(Step.alone(Sql.format("drop index concurrently %I", name))),
                        List.of(Step.alone(
                                Sql.format("create index concurrently %I on %I (%I)", index, ORDERS, "created_at"))),
                        Impact.locking(ORDERS, LockMode.SHARE_UPDATE_EXCLUSIVE),
                        null),
                new Proof(Proof.Verdict.PLANNED, "None of 412 statements of the workload plans worse without it."));
    }

    static Finding bloat() {
        return new Finding(
                "dead-rows",
                Severity.WARNING,
                Subject.table(new QualifiedName("public", "carts")),
                "table \"public.carts\" is half dead rows",
                "Of 5,800,000 row versions 2,800,000 are dead; autovacuum waits for 20 % and is held back by session 4711.",
                Evidence.of("deadRows", 2_800_000L).and("liveRows", 3_000_000L).and("share", 0.48),
                "Each scan reads twice the pages it needs, and the cache holds half of nothing.",
                new Remedy.Statement(
                        List.of(
                                Step.alone(Sql.format("vacuum (analyze) %I", new QualifiedName("public", "carts"))),
                                Step.inTransaction(Sql.format(
                                        "alter table %I set (autovacuum_vacuum_scale_factor = 0.02)",
                                        new QualifiedName("public", "carts")))),
                        List.of(Step.inTransaction(Sql.format(
                                "alter table %I reset (autovacuum_vacuum_scale_factor)",
                                new QualifiedName("public", "carts")))),
                        Impact.locking(new QualifiedName("public", "carts"), LockMode.SHARE_UPDATE_EXCLUSIVE),
                        null),
                new Proof(Proof.Verdict.MEASURED, "A scan took 2.9 s before and 1.6 s after."));
    }

    static Finding rewrite() {
        return new Finding(
                "integer-key-exhaustion",
                Severity.WARNING,
                Subject.table(ORDERS).at("(id)"),
                "column \"id\" of table \"public.orders\" has used 83 % of its numbers",
                "The column is an integer, its sequence is at 1,782,000,000 of 2,147,483,647 and grows by 1,100,000 a day.",
                Evidence.of("last", 1_782_000_000L).and("limit", 2_147_483_647L).and("daysLeft", 332),
                "When the numbers are used up, no order can be inserted.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format("alter table %I alter column id type bigint", ORDERS))),
                        List.of(Step.inTransaction(Sql.format("alter table %I alter column id type integer", ORDERS))),
                        Impact.locking(ORDERS, LockMode.ACCESS_EXCLUSIVE).andRewriting(ORDERS),
                        Sql.format("select last_value from public.orders_id_seq")),
                new Proof(
                        Proof.Verdict.REHEARSED,
                        "On the twin the table and four indexes were written anew; the way back restored the same catalog."));
    }

    static Finding setting() {
        return new Finding(
                "shared-memory-too-small",
                Severity.WARNING,
                new Subject("setting", "shared_buffers"),
                "setting \"shared_buffers\" has never been changed",
                "It is 128 MB; the host has 64 GB, and 11 % of all reads miss the cache.",
                Evidence.of("current", "128 MB").and("memory", "64 GB").and("missShare", 0.11),
                "Pages that would fit into memory are read from disk again and again.",
                new Remedy.Setting("shared_buffers", "16GB", "128MB", false, true, null));
    }

    static Finding advice() {
        return new Finding(
                "no-primary-key",
                Severity.ADVICE,
                Subject.table(new QualifiedName("public", "audit_entries")),
                "table \"public.audit_entries\" has no primary key",
                "Nothing tells two of its 88,000,000 rows apart.",
                Evidence.of("rows", 88_000_000L),
                "Logical replication refuses its updates, and a duplicate cannot be removed alone.",
                new Remedy.Advice(
                        "Add a bigint identity column and make it the primary key.",
                        "Make (entity, changed_at) the primary key, if that is unique by nature."));
    }

    static Finding note() {
        return new Finding(
                "minor-version-behind",
                Severity.NOTE,
                new Subject("server", "PostgreSQL 15.18"),
                "server is one minor version behind",
                "It runs 15.18; 15.19 has been out for 3 weeks.",
                Evidence.of("running", "15.18").and("newest", "15.19"),
                "Known faults stay that are already mended elsewhere.",
                new Remedy.Advice("Install 15.19 and restart in the next window."));
    }
}
