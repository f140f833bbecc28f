// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.activity.VacuumProgress;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.connections.IdleInTransaction;
import dev.tickbird.rules.locks.BlockedSession;
import dev.tickbird.rules.vacuum.HeldXminHorizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A session has been idle in a transaction for three days, and another one waits for it.
class YieldingTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(3));

    private static final Rule BLOCKED = new BlockedSession();
    private static final Rule IDLE = new IdleInTransaction();
    private static final Rule HELD = new HeldXminHorizon();

    @Test
    void toldOnceWhereAllRulesRun() {
        assertThat(told(60, BLOCKED, IDLE, HELD)).containsExactly("blocked-session 1");
    }

    @Test
    void toldByEachRuleThatRunsAlone() {
        assertThat(told(60, BLOCKED)).containsExactly("blocked-session 1");
        assertThat(told(60, IDLE)).containsExactly("idle-in-transaction 1");
        assertThat(told(60, HELD)).containsExactly("held-xmin-horizon 1", "held-xmin-horizon 2");
    }

    @Test
    void nobodyYieldsToARuleThatHasFoundNothing() {
        assertThat(told(20, BLOCKED, IDLE, HELD)).containsExactly("held-xmin-horizon 2", "idle-in-transaction 1");
        Rule patient = new IdleInTransaction(Duration.ofDays(30));
        assertThat(told(20, BLOCKED, patient, HELD)).containsExactly("held-xmin-horizon 1", "held-xmin-horizon 2");
    }

    @Test
    void whoYieldsHasFoundSomething() {
        assertThat(new Examiner(List.of(BLOCKED, HELD), Settlement.NONE)
                        .examine(snapshot(60))
                        .examined())
                .extracting(Examined::state)
                .containsOnly(Examined.State.FINDING);
    }

    @Test
    void onlyRulesThatExistAreYieldedTo() {
        assertThat(Catalogue.rules()).flatExtracting(Rule::yieldsTo).isSubsetOf(Catalogue.slugs());
    }

    private static Stream<String> told(int secondsWaited, Rule... rules) {
        return new Examiner(List.of(rules), Settlement.NONE)
                .examine(snapshot(secondsWaited)).findings().stream()
                        .map(YieldingTest::ruleAndSession)
                        .sorted();
    }

    private static String ruleAndSession(Finding finding) {
        return finding.rule() + finding.title().replaceFirst("session( \\d+).*", "$1");
    }

    private static Snapshot snapshot(int secondsWaited) {
        Session idle = session(1, "idle in transaction", List.of());
        Session waiting = session(2, "active", List.of(1));
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class,
                List.of(server()),
                Session.class,
                List.of(idle, waiting),
                Lock.class,
                List.of(lock(NOW.minusSeconds(secondsWaited))),
                Table.class,
                List.of(),
                PreparedTransaction.class,
                List.of(),
                VacuumProgress.class,
                List.of(),
                ReplicationSlot.class,
                List.of(),
                Replica.class,
                List.of());
        return new Snapshot(NOW, facts, List.of());
    }

    private static Server server() {
        return new Server(
                180_000, "18.0", "shop", "postgres", true, true, false, NOW, BEFORE, BEFORE, null, null, 9, 8192, null);
    }

    private static Lock lock(Instant waitingSince) {
        return new Lock(
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
    }

    private static Session session(int pid, String state, List<Integer> blockedBy) {
        return new Session(
                pid,
                "shop",
                "app",
                "",
                null,
                "client backend",
                BEFORE,
                BEFORE,
                BEFORE,
                BEFORE,
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
