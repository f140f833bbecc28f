// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.PastableSql;
import dev.tickbird.app.report.Report;
import dev.tickbird.model.Gap;
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
import dev.tickbird.model.server.Setting;
import java.util.List;

/// A database whose owner means harm: every name in it would like to be markup, script or something else than it is.
final class HostileReport {

    static final String NAME = "</script><script>window.hurt=1;alert(1)</script><img src=x onerror=\"window.hurt=1\">"
            + "<svg onload=alert(2)>'\"\\`${alert(3)}--></style></title>\u202etxt.exe\u2066\u0007\u00ad \uD83E\uDD9C\u200D\uD83D\uDD25"
            + "a".repeat(80);
    static final String LINES = NAME + "\n\r\n<iframe src=https://example.org>\u2028\ud800";
    static final String SQL = "-- outside a transaction block\n"
            + PastableSql.of(
                    Sql.format("create index concurrently on %I (x)", new QualifiedName("public", NAME + "\n")));
    static final String CURE = "rule-evil___img_src_x_-1-cure";

    private HostileReport() {}

    static Report report() {
        Shop shop = new Shop()
                .database(NAME)
                .table(NAME, LINES, 1_000_000, 500_000, 100)
                .table(NAME, "other" + NAME, 1_000, 5_000, 10)
                .index(LINES, NAME, NAME, false, 10, 3)
                .key(LINES, NAME, "other" + NAME)
                .session(1, NAME, NAME, 100, LINES)
                .session(2, NAME, "active", 100, LINES, 1)
                .gap(Setting.class, Gap.Extent.NOTHING_SEEN, NAME, LINES);
        Report report = ShopReport.report(shop.snapshot(), List.of(statement(), setting()), List.of(statement()));
        return new Report(NAME, NAME, NAME, report.snapshot(), report.examination(), report.rules(), report.took());
    }

    private static Finding statement() {
        QualifiedName relation = new QualifiedName("public", NAME + "\n");
        return new Finding(
                "evil\"><img src=x>",
                Severity.CRITICAL,
                new Subject("table", LINES),
                NAME,
                LINES,
                Evidence.of(NAME, LINES).and("number", 3),
                LINES,
                new Remedy.Statement(
                        List.of(Step.alone(Sql.format("create index concurrently on %I (x)", relation))),
                        List.of(),
                        Impact.locking(relation, LockMode.SHARE).andRewriting(relation),
                        Sql.format("select %L", LINES)),
                new Proof(Proof.Verdict.MEASURED, LINES));
    }

    private static Finding setting() {
        return new Finding(
                "javascript:alert(1)",
                Severity.NOTE,
                new Subject("setting", NAME),
                NAME,
                LINES,
                Evidence.NONE,
                LINES,
                new Remedy.Setting(NAME, LINES, NAME, true, true, null));
    }
}
