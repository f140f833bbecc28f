// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Proof;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.statistics.IndexStatistics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reports made by hand, with everything a form must be able to tell.
final class Reports {

    /// A name that tries to break out of everything.
    static final String HOSTILE = "x\"'`|]]>\u001b[31m\u202e</script>```@all\n🐘";

    private static final QualifiedName ORDERS = new QualifiedName("public", "orders");

    private Reports() {}

    /// Every kind of remedy, every severity, every state, gaps, suppressions, a baseline, hostile names.
    static Report full() {
        List<Finding> findings = List.of(
                idleSession(),
                invalidPassword(),
                hostileIndex(),
                unindexed("orders", 1_500_000),
                unindexed("order_lines", 900_000),
                partitioned(),
                rewrite(),
                checkpoints(),
                preloaded(),
                namesake());
        List<Examination.Suppressed> suppressed = List.of(
                new Examination.Suppressed(unindexed("audit", 12), "the archive is loaded once a year", null),
                new Examination.Suppressed(
                        unindexed("old", 3), "the archive is loaded once a year", LocalDate.of(2027, 1, 31)),
                new Examination.Suppressed(unindexed(HOSTILE.replace("\n", ""), 3), "accepted | by <b>ops</b>", null));
        List<String> remarks = List.of("suppression of \"unused-index:public.gone\" matches no finding");
        List<Examination.Rejected> rejected = List.of(
                new Examination.Rejected(unindexed("refused", 9), "its rollback leaves behind <b>an index</b> | x"));
        Examination examination = new Examination(findings, suppressed, rejected, 12, examined(), remarks);
        return report(examination, gaps(), "self-hosted");
    }

    /// Nothing found, everything seen.
    static Report clean() {
        List<Examined> examined = Stream.of("idle-in-transaction", "unindexed-foreign-key", "unused-index")
                .map(rule -> new Examined(rule, Examined.State.CLEAN, ""))
                .toList();
        return report(new Examination(List.of(), List.of(), 0, examined, List.of()), List.of(), "self-hosted");
    }

    /// The same defect ten thousand times.
    static Report many() {
        List<Finding> findings = IntStream.range(0, 10_000)
                .mapToObj(i -> unindexed("orders_" + i, 1_000_000 - i))
                .toList();
        List<Examined> examined = List.of(new Examined("unindexed-foreign-key", Examined.State.FINDING, ""));
        return report(new Examination(findings, List.of(), 0, examined, List.of()), List.of(), "self-hosted");
    }

    /// One setting to change where a service runs the server.
    static Report managed() {
        List<Examined> examined = List.of(new Examined("rare-checkpoints", Examined.State.FINDING, ""));
        return report(
                new Examination(List.of(checkpoints()), List.of(), 0, examined, List.of()), List.of(), "Amazon RDS");
    }

    /// The same critical defect five times.
    static Report critical() {
        List<Finding> findings = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> unindexed("orders_" + i, 1_000_000 - i).withSeverity(Severity.CRITICAL))
                .toList();
        List<Examined> examined = List.of(new Examined("unindexed-foreign-key", Examined.State.FINDING, ""));
        return report(new Examination(findings, List.of(), 0, examined, List.of()), List.of(), "self-hosted");
    }

    /// What two rules that looked have found.
    static Report limited(List<Finding> findings, int known, int accepted, int rules) {
        List<Examination.Suppressed> suppressed = IntStream.range(0, accepted)
                .mapToObj(i -> new Examination.Suppressed(unindexed("old_" + i, i), "an archive", null))
                .toList();
        List<Examined> examined = List.of(
                new Examined("no-primary-key", Examined.State.CLEAN, ""),
                new Examined("unused-index", Examined.State.CLEAN, ""));
        return limited(new Examination(findings, suppressed, known, examined, List.of()), rules);
    }

    /// Two rules, neither of which could look.
    static Report blind(int rules) {
        List<Examined> examined = List.of(
                new Examined("no-primary-key", Examined.State.NOT_EXAMINED, "permission denied"),
                new Examined("unused-index", Examined.State.NOT_EXAMINED, "permission denied"));
        return limited(new Examination(List.of(), List.of(), 0, examined, List.of()), rules);
    }

    private static Report limited(Examination examination, int rules) {
        Report all = report(examination, List.of(), "self-hosted");
        return new Report(
                all.version(), all.target(), all.edition(), all.snapshot(), all.examination(), rules, all.took());
    }

    private static Report report(Examination examination, List<Gap> gaps, String edition) {
        Instant now = Instant.parse("2026-11-21T03:37:12Z");
        Server server = new Server(
                150018,
                "15.18 (Debian 15.18-0+deb12u1)",
                "shop",
                "tickbird",
                false,
                false,
                false,
                now,
                now.minus(Duration.ofDays(40)),
                now.minus(Duration.ofDays(40)),
                "10.0.0.5",
                5432,
                4711,
                8192,
                "7301234567890123456");
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class,
                List.of(server),
                Table.class,
                List.of(),
                Index.class,
                List.of(),
                Session.class,
                List.of());
        return new Report(
                "0.1.0",
                "db1.example.com:5432/shop",
                edition,
                new Snapshot(now, facts, gaps),
                examination,
                examination.examined().size(),
                Duration.ofMillis(1423));
    }

    private static List<Examined> examined() {
        String young = "the statistics are 2 hours old; the rule needs 35 days";
        return List.of(
                new Examined("checkpoints-too-often", Examined.State.FINDING, ""),
                new Examined("column-too-narrow", Examined.State.FINDING, ""),
                new Examined(
                        "idle-in-transaction", Examined.State.FINDING, "role \"tickbird\" sees only its own sessions"),
                new Examined("inactive-replication-slot", Examined.State.NOT_EXAMINED, "permission denied for slots"),
                new Examined("invalid-index", Examined.State.FINDING, ""),
                new Examined("lookalike-name", Examined.State.FINDING, ""),
                new Examined("missing-statements", Examined.State.FINDING, ""),
                new Examined("never-read-table", Examined.State.NOT_EXAMINED, young),
                new Examined("no-primary-key", Examined.State.CLEAN, ""),
                new Examined("trust-authentication", Examined.State.FINDING, ""),
                new Examined("unindexed-foreign-key", Examined.State.FINDING, ""),
                new Examined("unused-index", Examined.State.NOT_EXAMINED, young));
    }

    private static List<Gap> gaps() {
        String monitor = "Grant the role pg_monitor to \"tickbird\".";
        return List.of(
                new Gap(ReplicationSlot.class, Gap.Extent.NOTHING_SEEN, "permission denied for slots", monitor),
                new Gap(Session.class, Gap.Extent.PARTLY_SEEN, "role \"tickbird\" sees only its own sessions", monitor),
                new Gap(IndexStatistics.class, Gap.Extent.PARTLY_SEEN, "table \"a\" was locked", "Look again later."),
                new Gap(Setting.class, Gap.Extent.PARTLY_SEEN, "some settings are shown to no role", null));
    }

    private static Finding idleSession() {
        return new Finding(
                "idle-in-transaction",
                Severity.CRITICAL,
                new Subject("session", "4711"),
                "session 4711 has been idle in a transaction for 3 hours",
                "It belongs to role app, application \"web\"; it blocks 2 other sessions; its last statement was: update"
                        + " orders\n   set state = 'paid'\n where id = 7",
                Evidence.of("idleSeconds", 10_800).and("blockedSessions", 2).and("pid", 4711),
                "Its locks stay, whoever needs them waits, and no vacuum removes rows that died after it began.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format("select pg_terminate_backend(%s)", 4711))),
                        List.of(),
                        Impact.NONE,
                        Sql.format("select state, state_change from pg_stat_activity where pid = %s", 4711)),
                Proof.rehearsed("the session was gone and its locks with it", "found", "not found"));
    }

    private static Finding invalidPassword() {
        return new Finding(
                "trust-authentication",
                Severity.CRITICAL,
                new Subject("hba line", "pg_hba.conf", ":7"),
                "hba line 7 lets anybody in as any role without a password",
                "Line 7 of pg_hba.conf says: host all all 0.0.0.0/0 trust.",
                Evidence.of("line", 7).and("method", "trust"),
                "Whoever reaches the port reads and changes everything.",
                new Remedy.Advice(
                        "Change trust to scram-sha-256 in line 7 and reload; roles without a password can then no longer"
                                + " log in, so set their passwords first.",
                        "Narrow the address range to the hosts of the application, if that cannot happen today."));
    }

    private static Finding hostileIndex() {
        QualifiedName name = new QualifiedName("odd", HOSTILE);
        return new Finding(
                "invalid-index",
                Severity.WARNING,
                Subject.index(name),
                "index \"" + HOSTILE.replace("\n", "") + "\" is invalid",
                "Building " + name
                        + " was interrupted: *not* _used_ by [queries](https://evil.example), written by all.",
                Evidence.of("bytes", 1 << 20).and("name", HOSTILE),
                "Each write maintains it and no query may use it: <img src=x onerror=alert(1)> | $x$",
                new Remedy.Statement(
                        List.of(Step.alone(Sql.format("drop index concurrently %I", name))),
                        List.of(Step.alone(Sql.format(
                                "create index concurrently %I on public.t (f(%L), g(%L))", HOSTILE, HOSTILE, "a\\\n"))),
                        Impact.locking(new QualifiedName("odd", HOSTILE), LockMode.SHARE_UPDATE_EXCLUSIVE),
                        null),
                new Proof(Proof.Verdict.PLANNED, "no plan of 17 statements changes"));
    }

    /// Several tables, of which the same is to be thought.
    static Report alike() {
        List<Finding> findings = List.of(
                keyless("orders", Severity.WARNING),
                keyless("events", Severity.WARNING),
                keyless("carts", Severity.ADVICE));
        List<Examined> examined = List.of(new Examined("missing-primary-key", Examined.State.FINDING, ""));
        return report(new Examination(findings, List.of(), 0, examined, List.of()), List.of(), "self-hosted");
    }

    private static Finding keyless(String table, Severity severity) {
        QualifiedName name = new QualifiedName("public", table);
        return new Finding(
                "missing-primary-key",
                severity,
                Subject.table(name),
                "table \"" + name + "\" has no primary key",
                "No unique index tells rows apart.",
                Evidence.NONE,
                "The same row can be stored twice.",
                new Remedy.Advice("Add a column that counts: "
                        + Sql.format(
                                "alter table %I add column … bigint generated always as identity primary key", name)
                        + "."));
    }

    static Finding unindexed(String table, long rows) {
        QualifiedName name = new QualifiedName("public", table);
        String index = table + "_customer_id_idx";
        return new Finding(
                "unindexed-foreign-key",
                Severity.WARNING,
                Subject.table(name).at("(customer_id)"),
                "foreign key \"" + table + "_customer_id_fkey\" of table \"" + name + "\" has no index",
                "No index of " + name + " (" + String.format(java.util.Locale.ROOT, "%,d", rows)
                        + " rows) starts with the columns (customer_id) that reference public.customers.",
                Evidence.of("rows", rows).and("columns", "customer_id").and("references", "public.customers"),
                "Each delete from public.customers, each change of its key and each join along the key reads all of "
                        + name + "; meanwhile the deleted rows stay locked.",
                new Remedy.Statement(
                        List.of(Step.alone(
                                Sql.format("create index concurrently %I on %I (%I)", index, name, "customer_id"))),
                        List.of(Step.alone(
                                Sql.format("drop index concurrently %I", new QualifiedName("public", index)))),
                        Impact.locking(name, LockMode.SHARE_UPDATE_EXCLUSIVE),
                        Sql.format("select idx_scan from pg_stat_user_indexes where indexrelname = %L", index)),
                new Proof(Proof.Verdict.MEASURED, "delete of one customer: 812 ms before, 0.3 ms after"));
    }

    private static Finding partitioned() {
        QualifiedName name = new QualifiedName("public", "events");
        return new Finding(
                "unindexed-foreign-key",
                Severity.WARNING,
                Subject.table(name).at("(user_id)"),
                "foreign key \"events_user_id_fkey\" of table \"public.events\" has no index",
                "No index of public.events (12 rows) starts with the columns (user_id) that reference public.users.",
                Evidence.of("rows", 12),
                "Each delete from public.users reads all of public.events.",
                new Remedy.Statement(
                        List.of(
                                Step.inTransaction(
                                        Sql.format("create index events_user_id_idx on only public.events (user_id)")),
                                Step.alone(
                                        Sql.format(
                                                "create index concurrently events_2026_user_id_idx on public.events_2026 (user_id)")),
                                Step.inTransaction(Sql.format("alter index public.events_user_id_idx attach partition"
                                        + " public.events_2026_user_id_idx"))),
                        List.of(Step.inTransaction(Sql.format("drop index public.events_user_id_idx"))),
                        Impact.locking(name, LockMode.SHARE)
                                .andLocking(
                                        new QualifiedName("public", "events_2026"), LockMode.SHARE_UPDATE_EXCLUSIVE),
                        null));
    }

    private static Finding rewrite() {
        return new Finding(
                "column-too-narrow",
                Severity.ADVICE,
                Subject.table(ORDERS).at("(id)"),
                "column \"id\" of table \"public.orders\" runs out of numbers",
                "The largest value is 1,932,735,283 of 2,147,483,647 (90 %).",
                Evidence.of("share", 0.9).and("largest", 1_932_735_283L).and("sequence", true),
                "When the numbers have run out, every insert fails.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(
                                Sql.format("alter table %I alter column %I type bigint", ORDERS, "id"))),
                        List.of(Step.inTransaction(
                                Sql.format("alter table %I alter column %I type integer", ORDERS, "id"))),
                        Impact.locking(ORDERS, LockMode.ACCESS_EXCLUSIVE).andRewriting(ORDERS),
                        null));
    }

    private static Finding checkpoints() {
        return new Finding(
                "checkpoints-too-often",
                Severity.ADVICE,
                new Subject("setting", "max_wal_size"),
                "checkpoints come every 40 seconds",
                "9 of 10 checkpoints were requested because max_wal_size (1 GB) was reached.",
                Evidence.of("requested", 900).and("timed", 100),
                "Each checkpoint makes the next writes of every page go to the log in full.",
                new Remedy.Setting(
                        "max_wal_size",
                        "8GB",
                        null,
                        false,
                        false,
                        Sql.format("select checkpoints_req, checkpoints_timed from pg_stat_bgwriter")));
    }

    private static Finding preloaded() {
        return new Finding(
                "missing-statements",
                Severity.NOTE,
                new Subject("setting", "shared_preload_libraries"),
                "extension \"pg_stat_statements\" is not loaded",
                "shared_preload_libraries names auto_explain only.",
                Evidence.NONE,
                "Nobody can tell which statements cost the most.",
                new Remedy.Setting(
                        "shared_preload_libraries",
                        "auto_explain, pg_stat_statements",
                        "auto_explain",
                        true,
                        true,
                        null));
    }

    private static Finding namesake() {
        return new Finding(
                "lookalike-name",
                Severity.NOTE,
                Subject.table(new QualifiedName("public", "Orders")),
                "table \"public.\"Orders\"\" differs from table \"public.orders\" by case only",
                "Both exist.",
                Evidence.of("tables", 2),
                "Who forgets the quotes reads the other table.",
                new Remedy.Advice("Rename one of them when the application allows it."));
    }
}
