// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What would take a case of the ward half a minute: others wait for the idle session.
class IdleInTransactionTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void leavesToBlockedSessionForWhomOthersWait() {
        assertThat(findings(NOW.minusSeconds(40))).isEmpty();
    }

    @Test
    void tellsOfASessionForWhomOthersWaitForAMomentOnly() {
        assertThat(findings(NOW.minusSeconds(20))).hasSize(1);
    }

    private static List<Finding> findings(Instant waitingSince) {
        List<Session> sessions =
                List.of(session(1, "idle in transaction", List.of()), session(2, "active", List.of(1)));
        Lock lock = new Lock(
                "transactionid",
                null,
                null,
                null,
                null,
                null,
                700L,
                null,
                null,
                2,
                "ShareLock",
                false,
                false,
                waitingSince);
        Map<Class<? extends Fact>, List<? extends Fact>> facts =
                Map.of(Session.class, sessions, Lock.class, List.of(lock));
        return new IdleInTransaction()
                .examine(new Snapshot(NOW, facts, List.of()))
                .toList();
    }

    private static Session session(int pid, String state, List<Integer> blockedBy) {
        Instant since = NOW.minusSeconds(3_600);
        return new Session(
                pid,
                "shop",
                "app",
                "",
                null,
                "client backend",
                since,
                since,
                since,
                since,
                state,
                null,
                null,
                null,
                5L,
                null,
                "select 1",
                blockedBy);
    }
}
