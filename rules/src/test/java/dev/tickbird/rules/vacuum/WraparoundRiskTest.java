// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What no case of the ward can make: transactions that have been open for hours, while multixacts run out.
class WraparoundRiskTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void namesWhoMayHoldMultixactsBack() {
        PreparedTransaction prepared =
                new PreparedTransaction("forgotten", NOW.minus(Duration.ofHours(2)), "app", "shop", 700, 50);
        Finding finding = examined(Duration.ofDays(3), List.of(prepared));
        assertThat(finding.detail())
                .endsWith(" Vacuum may not help yet, for so old a transaction can hold it back: session 1, prepared"
                        + " transaction \"forgotten\".");
        assertThat(finding.remedy())
                .isInstanceOfSatisfying(
                        Remedy.Advice.class,
                        advice -> assertThat(advice.options())
                                .hasSize(3)
                                .first()
                                .asString()
                                .startsWith("First end session 1."));
    }

    @Test
    void freezesAtOnceWhereEveryTransactionIsYoung() {
        assertThat(examined(Duration.ofMinutes(10), List.of()).remedy()).isInstanceOf(Remedy.Statement.class);
    }

    private static Finding examined(Duration open, List<PreparedTransaction> prepared) {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class,
                List.of(server()),
                Database.class,
                List.of(database()),
                Setting.class,
                List.of(),
                Table.class,
                List.of(),
                Session.class,
                List.of(session(NOW.minus(open))),
                PreparedTransaction.class,
                prepared,
                VacuumProgress.class,
                List.of(),
                ReplicationSlot.class,
                List.of(),
                Replica.class,
                List.of());
        return new WraparoundRisk()
                .examine(new Snapshot(NOW, facts, List.of()))
                .findFirst()
                .orElseThrow();
    }

    private static Server server() {
        return new Server(
                180_000, "18.0", "shop", "postgres", true, true, false, NOW, NOW, NOW, null, null, 9, 8192, null);
    }

    private static Database database() {
        return new Database(
                16_384,
                "shop",
                "app",
                "UTF8",
                "C",
                "C",
                "libc",
                null,
                null,
                null,
                "pg_default",
                false,
                true,
                -1,
                1_000,
                1_800_000_000,
                true);
    }

    /// It has read, and holds neither a number nor a snapshot any more.
    private static Session session(Instant since) {
        return new Session(
                1,
                "shop",
                "app",
                "job",
                null,
                "client backend",
                since,
                since,
                since,
                since,
                "idle in transaction",
                null,
                null,
                null,
                null,
                null,
                "select 1 for share",
                List.of());
    }
}
