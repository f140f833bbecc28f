// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.WalStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What no case of the ward can wait for: hours of writing.
class WalRateTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:20:00Z");
    private static final long GIGABYTE = 1L << 30;

    @Test
    void saysWhenTheLimitIsReached() {
        assertThat(found(Duration.ofHours(10), false, 4 * GIGABYTE))
                .contains(
                        "On average 2.0 GB an hour are written: the limit is reached in 2 hours, about 2026-05-01 14:00 UTC.");
    }

    @Test
    void saysHowFastItGrowsWithoutALimit() {
        assertThat(found(Duration.ofHours(10), false, null)).endsWith("On average 2.0 GB an hour are written.");
    }

    @Test
    void saysNothingOfWhatWasCountedForMinutes() {
        assertThat(found(Duration.ofMinutes(10), false, 4 * GIGABYTE)).doesNotContain("On average");
    }

    @Test
    void saysNothingOnAStandby() {
        assertThat(found(Duration.ofHours(10), true, 4 * GIGABYTE)).doesNotContain("On average");
    }

    private static String found(Duration counted, boolean standby, @Nullable Long safe) {
        ReplicationSlot slot = new ReplicationSlot(
                "attic",
                "physical",
                null,
                null,
                false,
                false,
                null,
                3 * GIGABYTE,
                "extended",
                safe,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
        WalStatistics wal = new WalStatistics(1, 1, 20 * GIGABYTE, 0, null, null, null, null, NOW.minus(counted));
        Server server = new Server(
                180_000, "18.0", "shop", "app", false, true, standby, NOW, NOW, NOW, null, null, 1, 8192, null);
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                ReplicationSlot.class, List.of(slot), WalStatistics.class, List.of(wal), Server.class, List.of(server));
        return new InactiveReplicationSlot()
                .examine(new Snapshot(NOW, facts, List.of()))
                .map(Finding::detail)
                .findFirst()
                .orElseThrow();
    }
}
