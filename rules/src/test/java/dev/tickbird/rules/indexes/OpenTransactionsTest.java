// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenTransactionsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Table VISIT = new Table(
            7,
            "care",
            "visit",
            Table.Kind.ORDINARY,
            Table.Persistence.PERMANENT,
            "app",
            null,
            false,
            false,
            false,
            Table.ReplicaIdentity.DEFAULT,
            0,
            0,
            0,
            0L,
            0L,
            null,
            "heap",
            null,
            List.of(),
            List.of(),
            null,
            null,
            true,
            null);

    @Test
    void aBuildWaitsForWhoLooksAtWhatWasAndForWhoHasWritten() {
        OpenTransactions open = open(
                List.of(
                        session(1, "shop", Duration.ofMinutes(8), 5L, List.of(4)), // looks, and waits itself
                        session(2, "shop", Duration.ofMinutes(5), null, List.of()), // has written
                        session(3, "shop", Duration.ofMinutes(5), null, List.of()), // has read, and looks no more
                        session(4, "shop", Duration.ofMinutes(5), null, List.of()), // has touched nothing
                        session(5, "other", Duration.ofMinutes(5), 5L, List.of()), // another database
                        session(6, "shop", Duration.ofSeconds(5), 5L, List.of())), // soon over
                List.of(lock(2, "RowExclusiveLock"), lock(3, "AccessShareLock")),
                List.of());
        assertThat(open.delayBuild(Impact.NONE, VISIT).remarks())
                .containsExactly(
                        "waits until the transactions that were open before it have ended: now session 1, open for"
                                + " 8 minutes and itself kept waiting by session 4; session 2, open for 5 minutes",
                        "leaves an invalid index behind if it is interrupted: drop that before another attempt");
    }

    @Test
    void aDropWaitsForWhoHasUsedTheTable() {
        OpenTransactions open = open(
                List.of(
                        session(1, "shop", Duration.ofMinutes(8), 5L, List.of()),
                        session(3, "shop", Duration.ofMinutes(5), null, List.of())),
                List.of(lock(3, "AccessShareLock"), lock(null, "RowExclusiveLock")),
                List.of(
                        new PreparedTransaction("forgotten", NOW, "app", "shop", 1, 1),
                        new PreparedTransaction("elsewhere", NOW, "app", "other", 2, 1)));
        assertThat(open.delayDrop(Impact.NONE, VISIT).remarks())
                .containsExactly(
                        "waits until the transactions that have used care.visit before it have ended: now session 3,"
                                + " open for 5 minutes; prepared transaction \"forgotten\"",
                        "leaves the index invalid if it is interrupted: run it again");
    }

    @Test
    void namesAFewOfMany() {
        OpenTransactions open = open(
                List.of(1, 2, 3, 4, 5).stream()
                        .map(pid -> session(pid, "shop", Duration.ofHours(9 - pid), 1L, List.of()))
                        .toList(),
                List.of(),
                List.of());
        assertThat(open.delayBuild(Impact.NONE, VISIT).remarks().getFirst())
                .endsWith("now session 1, open for 8 hours; session 2, open for 7 hours; session 3, open for 6 hours;"
                        + " and 2 more");
    }

    @Test
    void saysWithoutNamesWhereNobodyCouldBeSeen() {
        Snapshot snapshot = new Snapshot(NOW, Map.of(Server.class, List.of(server())), List.of());
        assertThat(new OpenTransactions(snapshot).delayBuild(Impact.NONE, VISIT).remarks())
                .first()
                .isEqualTo("waits until the transactions that were open before it have ended");
    }

    private static OpenTransactions open(List<Session> sessions, List<Lock> locks, List<PreparedTransaction> prepared) {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
        facts.put(Server.class, List.of(server()));
        facts.put(Session.class, sessions);
        facts.put(Lock.class, locks);
        facts.put(PreparedTransaction.class, prepared);
        return new OpenTransactions(new Snapshot(NOW, facts, List.of()));
    }

    private static Server server() {
        return new Server(180_000, "18.0", "shop", "app", false, true, false, NOW, NOW, NOW, null, null, 1, 8192, null);
    }

    private static Session session(
            int pid, String database, Duration open, @Nullable Long snapshotAge, List<Integer> blockedBy) {
        return new Session(
                pid,
                database,
                "app",
                "shop",
                null,
                "client backend",
                NOW.minus(open),
                NOW.minus(open),
                NOW.minus(open),
                NOW,
                "active",
                null,
                null,
                null,
                snapshotAge,
                null,
                "select 1",
                blockedBy);
    }

    private static Lock lock(@Nullable Integer pid, String mode) {
        return new Lock("relation", 1L, 7L, null, null, null, null, null, null, pid, mode, true, false, null);
    }
}
