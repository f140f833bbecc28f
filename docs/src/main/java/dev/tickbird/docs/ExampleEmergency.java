// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.app.report.EmergencyReport;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.Version;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.playbooks.Diagnosis;
import dev.tickbird.rules.playbooks.Emergency;
import dev.tickbird.rules.playbooks.Measure;
import dev.tickbird.rules.playbooks.Sign;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A playbook made by hand that has something of everything: an alarm, steps with and without SQL, a gap.
final class ExampleEmergency {

    private ExampleEmergency() {}

    static EmergencyReport make() {
        Diagnosis diagnosis = new Diagnosis(
                Emergency.LOCKS,
                List.of(new Sign(
                        Sign.Weight.ALARM,
                        "session 4711 keeps 2 other sessions waiting, the first for 40 seconds",
                        "It belongs to role app, application \"psql\", and is idle in transaction; its last statement is:"
                                + " update seat set sold = true",
                        List.of(
                                "4711 app/psql",
                                "  <- 4720, 40 seconds: alter table seat add note text",
                                "    <- 4731, 12 seconds: select * from seat"),
                        Evidence.of("waitingSessions", 2)
                                .and("longestWaitSeconds", 40)
                                .and("root", 4711))),
                List.of(
                        "2 of 14 sessions of clients wait for others, at 1 root; 31 locks and 0 prepared transactions are"
                                + " there"),
                List.of(end(), limit()));
        return new EmergencyReport(Version.NUMBER, "db.example:5432/shop", Optional.of(snapshot()), List.of(diagnosis));
    }

    private static Measure end() {
        return new Measure(
                "End session 4711, at the root. It runs nothing that could be cancelled.",
                List.of(Sql.format(
                        "select pg_terminate_backend(pid) from pg_stat_activity where pid = 4711 and backend_start = %L",
                        ExampleReport.NOW.minusSeconds(3600))),
                List.of(),
                "What it has not committed is rolled back, and its client loses the connection.",
                "It cannot be undone: what it ends, its client must do again.",
                List.of());
    }

    private static Measure limit() {
        return new Measure(
                "Afterwards, give whoever changes tables a lock_timeout of a few seconds.",
                List.of(),
                List.of(),
                "",
                "",
                List.of());
    }

    private static Snapshot snapshot() {
        return new Snapshot(
                ExampleReport.NOW,
                Map.of(Server.class, List.of(ExampleReport.server()), Session.class, List.of(), Lock.class, List.of()),
                List.of(new Gap(
                        Session.class,
                        Gap.Extent.PARTLY_SEEN,
                        "3 sessions of other roles are hidden",
                        "Grant pg_monitor to the role.")));
    }
}
