// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.app.report.Report;
import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.Version;
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
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.statistics.WalDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A report made by hand that has something of everything: each kind of remedy, each state, a gap, a suppression.
final class ExampleReport {

    static final Instant NOW = Instant.parse("2026-11-21T03:37:12Z");
    private static final QualifiedName EVENT = new QualifiedName("public", "event");

    private ExampleReport() {}

    static Report make() {
        List<Finding> findings = List.of(
                disabledAutovacuum(),
                openDoor(),
                unindexedKey("venue_id")
                        .withProof(Proof.rehearsed(
                                "on a twin the finding is gone after it, and the rollback restores the same catalog and"
                                        + " the finding",
                                "foreign key \"event_venue_id_fkey\" of table \"public.event\" has no index",
                                "index public.event_venue_id_idx is added")));
        Examination examination = new Examination(
                findings,
                List.of(new Examination.Suppressed(
                        unindexedKey("made_by"), "users are never deleted", LocalDate.of(2027, 1, 31))),
                List.of(new Examination.Rejected(unindexedKey("held_by"), "column \"held_by\" does not exist")),
                2,
                List.of(
                        new Examined("unindexed-foreign-key", Examined.State.FINDING, ""),
                        new Examined("unused-index", Examined.State.NOT_EXAMINED, "the statistics are 2 hours old")),
                List.of("suppression of \"unused-index:public.gone\" matches no finding"));
        Gap gap = new Gap(
                WalDirectory.class,
                Gap.Extent.NOTHING_SEEN,
                "permission denied for function pg_ls_waldir",
                "Let auditor see them: grant pg_monitor to auditor.");
        Gap other = new Gap(Setting.class, Gap.Extent.PARTLY_SEEN, "some settings are shown to no role", null);
        Snapshot snapshot = new Snapshot(NOW, Map.of(Server.class, List.of(server())), List.of(gap, other));
        return new Report(
                Version.NUMBER,
                "db.example:5432/shop",
                "self-hosted",
                snapshot,
                examination,
                33,
                Duration.ofMillis(412));
    }

    static Server server() {
        Instant start = NOW.minus(Duration.ofDays(40));
        return new Server(
                180006,
                "18.6",
                "shop",
                "auditor",
                false,
                false,
                false,
                NOW,
                start,
                start,
                "10.0.0.5",
                5432,
                4711,
                8192,
                "7301234567890123456");
    }

    private static Finding disabledAutovacuum() {
        return new Finding(
                "disabled-autovacuum",
                Severity.CRITICAL,
                new Subject("setting", "autovacuum"),
                "setting \"autovacuum\" is off",
                "No table is vacuumed or analyzed by itself.",
                Evidence.of("source", "configuration file"),
                "Dead rows pile up until every scan reads them.",
                new Remedy.Setting("autovacuum", "on", "off", false, false, null));
    }

    private static Finding openDoor() {
        return new Finding(
                "trust-authentication",
                Severity.CRITICAL,
                new Subject("line", "pg_hba.conf:12"),
                "line 12 of pg_hba.conf lets everybody in without a password",
                "It trusts role all in database all from 0.0.0.0/0.",
                Evidence.of("line", 12).and("method", "trust"),
                "Whoever reaches the port is superuser.",
                new Remedy.Advice("Change \"trust\" to \"scram-sha-256\" in line 12, then reload the configuration."));
    }

    private static Finding unindexedKey(String column) {
        return new Finding(
                "unindexed-foreign-key",
                Severity.WARNING,
                Subject.table(EVENT).at("(" + column + ")"),
                "foreign key \"event_" + column + "_fkey\" of table \"public.event\" has no index",
                "No index of public.event (1,500,000 rows) starts with the columns (" + column + ").",
                Evidence.of("rows", 1_500_000).and("columns", column),
                "Each delete in the referenced table reads all of public.event.",
                new Remedy.Statement(
                        List.of(Step.alone(Sql.format(
                                "create index concurrently %I on %I (%I)", "event_" + column + "_idx", EVENT, column))),
                        List.of(Step.alone(Sql.format("drop index concurrently %I", "event_" + column + "_idx"))),
                        Impact.locking(EVENT, LockMode.SHARE_UPDATE_EXCLUSIVE),
                        Sql.format("select idx_scan from pg_stat_user_indexes where relname = %L", "event")));
    }
}
