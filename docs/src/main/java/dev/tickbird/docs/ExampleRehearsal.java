// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import dev.tickbird.app.report.RehearsalReport;
import dev.tickbird.app.report.Scripts;
import dev.tickbird.lab.rehearsal.LockTaken;
import dev.tickbird.lab.rehearsal.Observed;
import dev.tickbird.lab.rehearsal.Place;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.rehearsal.ScriptError;
import dev.tickbird.lab.rehearsal.Work;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.Version;
import dev.tickbird.model.comparison.Area;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A rehearsal made by hand that has something of everything: a rewrite, a statement outside of transaction blocks, an
/// undo that fails.
final class ExampleRehearsal {

    private static final String SCRIPT = """
            alter table event alter column id type bigint;
            create index concurrently event_venue_id_idx on event (venue_id);
            """;
    private static final String UNDO = """
            drop index concurrently event_venue_idx;
            """;

    private static final QualifiedName EVENT = new QualifiedName("public", "event");
    private static final QualifiedName KEY = new QualifiedName("public", "event_pkey");
    private static final QualifiedName INDEX = new QualifiedName("public", "event_venue_id_idx");

    private ExampleRehearsal() {}

    static RehearsalReport make() {
        Rehearsed rehearsed = new Rehearsed.Failed(
                Rehearsed.Part.UNDO,
                new ScriptError("index \"event_venue_idx\" does not exist", "42704", new Place(1, 1)),
                List.of(rewrite(), index()),
                List.of(),
                List.of(
                        new Difference.Added(
                                Area.SCHEMA,
                                "index",
                                "public.event_venue_id_idx",
                                "create index event_venue_id_idx on public.event using btree (venue_id)",
                                List.of()),
                        new Difference.Changed(
                                Area.SCHEMA,
                                "column",
                                "public.event.id",
                                List.of(new Difference.Change("type", "integer", "bigint")))));
        return new RehearsalReport(
                Version.NUMBER,
                "db.example:5432/shop",
                snapshot(),
                18,
                scripts("migration.sql", SCRIPT),
                scripts("undo.sql", UNDO),
                rehearsed,
                List.of(
                        new TwinGap(
                                "extension postgis",
                                "extension \"postgis\" is not available",
                                "Build it with a PostgreSQL that has it: --pg-bin DIR."),
                        new TwinGap("table public.places", "type \"geometry\" does not exist", null)));
    }

    private static Scripts scripts(String name, String text) {
        return new Scripts(List.of(new Scripts.Script(name, text)));
    }

    private static Observed rewrite() {
        return new Observed(
                "alter table event alter column id type bigint",
                new Place(1, 1),
                1,
                false,
                List.of(
                        new LockTaken(EVENT, LockMode.ACCESS_EXCLUSIVE, null),
                        new LockTaken(KEY, LockMode.ACCESS_EXCLUSIVE, EVENT)),
                false,
                new Work(List.of(EVENT), List.of(KEY), List.of(EVENT), List.of(EVENT), List.of(), List.of()),
                Duration.ofMillis(12));
    }

    private static Observed index() {
        return new Observed(
                "create index concurrently event_venue_id_idx on event (venue_id)",
                new Place(2, 1),
                2,
                true,
                List.of(new LockTaken(EVENT, LockMode.SHARE_UPDATE_EXCLUSIVE, null)),
                true,
                new Work(List.of(), List.of(INDEX), List.of(EVENT), List.of(EVENT), List.of(INDEX), List.of()),
                Duration.ofMillis(30));
    }

    private static Snapshot snapshot() {
        return new Snapshot(
                ExampleReport.NOW,
                Map.of(
                        Server.class, List.of(ExampleReport.server()),
                        Table.class, List.of(event()),
                        Index.class, List.of()),
                List.of());
    }

    private static Table event() {
        return new Table(
                16384L,
                "public",
                "event",
                Table.Kind.ORDINARY,
                Table.Persistence.PERMANENT,
                "shop",
                null,
                false,
                false,
                false,
                Table.ReplicaIdentity.DEFAULT,
                30_000_000,
                262_144,
                262_144,
                1000L,
                1L,
                null,
                "heap",
                null,
                List.of(),
                List.of(),
                4,
                null,
                true,
                null);
    }
}
