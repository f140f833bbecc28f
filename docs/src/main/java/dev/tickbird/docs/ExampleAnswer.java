// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.app.report.TwinReport;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.lab.whatif.Plan;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Unplanned;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.Version;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer of a twin made by hand that has something of everything: a value for a constant, a query that could not be
/// planned, a gap.
final class ExampleAnswer {

    private static final String BEFORE = """
            [{"Plan": {"Node Type": "Seq Scan", "Parallel Aware": false, "Async Capable": false,
              "Relation Name": "event", "Alias": "event",
              "Startup Cost": 0.00, "Total Cost": 29346.00, "Plan Rows": 1500, "Plan Width": 44,
              "Filter": "(venue_id = 7)"}}]
            """;
    private static final String AFTER = """
            [{"Plan": {"Node Type": "Index Scan", "Parallel Aware": false, "Async Capable": false,
              "Scan Direction": "Forward", "Index Name": "event_venue_id_idx",
              "Relation Name": "event", "Alias": "event",
              "Startup Cost": 0.43, "Total Cost": 1504.68, "Plan Rows": 1500, "Plan Width": 44,
              "Index Cond": "(venue_id = 7)"}}]
            """;

    private ExampleAnswer() {}

    static TwinReport make() {
        Answer answer = new Answer(
                18,
                18,
                List.of(new Planned(
                        "by-venue (typical)",
                        "select * from event where venue_id = $1",
                        List.of("$1 = 7"),
                        plan(BEFORE),
                        plan(AFTER))),
                2,
                List.of(
                        new Unplanned(
                                "report",
                                "select * from report",
                                "relation \"report\" does not exist at character 15",
                                "sales.report exists: write it so, or look there with --set search_path=sales."),
                        new Unplanned("nightly", "vacuum event", "the planner has no part in vacuum", null)),
                List.of(
                        new TwinGap(
                                "extension postgis",
                                "extension \"postgis\" is not available",
                                "Plan on a PostgreSQL that has it: --pg-bin DIR."),
                        new TwinGap("table public.places", "type \"geometry\" does not exist", null)));
        return new TwinReport(
                Version.NUMBER,
                "db.example:5432/shop",
                snapshot(),
                List.of("create index on event (venue_id)"),
                answer,
                Optional.of("postgresql://postgres@127.0.0.1:54329/shop"));
    }

    private static Plan plan(String json) {
        return Plan.of(json);
    }

    private static Snapshot snapshot() {
        return new Snapshot(
                ExampleReport.NOW,
                Map.of(
                        Server.class,
                        List.of(ExampleReport.server()),
                        Table.class,
                        List.of(),
                        ColumnStatistics.class,
                        List.of()),
                List.of());
    }
}
