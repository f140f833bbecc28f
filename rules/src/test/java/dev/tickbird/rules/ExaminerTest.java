// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.WalStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of any rule's finding.
class ExaminerTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private static final Server SERVER =
            new Server(180_000, "18.0", "shop", "app", false, true, false, NOW, NOW, NOW, null, null, 1, 8192, null);

    @Test
    void sendsToThePrimaryWhatAStandbyRefuses() {
        assertThat(remedy(Sql.format("drop index stale"), true).elsewhere()).isTrue();
        assertThat(remedy(Sql.format("drop index stale"), false).elsewhere()).isFalse();
        assertThat(remedy(Sql.format("select pg_terminate_backend(7)"), true).elsewhere())
                .isFalse();
    }

    @Test
    void givesEachReasonOnce() {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class, List.of(SERVER),
                EditionEvidence.class, List.of(),
                Session.class, List.of(),
                Lock.class, List.of());
        List<Gap> gaps = List.of(
                new Gap(Session.class, Gap.Extent.PARTLY_SEEN, "3 sessions are hidden", null),
                new Gap(Lock.class, Gap.Extent.PARTLY_SEEN, "3 sessions are hidden", null));
        assertThat(new Examiner(List.of(new Silent()), Settlement.NONE)
                        .examine(new Snapshot(NOW, facts, gaps))
                        .examined())
                .extracting(Examined::reason)
                .containsExactly("3 sessions are hidden");
    }

    private record Silent() implements Rule {

        @Override
        public Needs needs() {
            return Needs.facts(Session.class, Lock.class);
        }

        @Override
        public Stream<Finding> examine(Snapshot snapshot) {
            return Stream.empty();
        }
    }

    /// The database's counters are as young as the server here; those of WAL decide.
    @Test
    void judgesCountersByTheirOwnAge() {
        assertThat(reason(
                        Needs.facts(WalStatistics.class).statisticsOlderThan(Duration.ofDays(1)), Duration.ofHours(3)))
                .isEqualTo("the statistics are 3 hours old; the rule needs 24 hours");
        assertThat(reason(Needs.facts(WalStatistics.class).statisticsOlderThan(Duration.ofDays(1)), Duration.ofDays(2)))
                .isEmpty();
        assertThat(reason(Needs.facts(Server.class).statisticsOlderThan(Duration.ofDays(1)), Duration.ofDays(2)))
                .isEqualTo("the statistics are 0 seconds old; the rule needs 24 hours");
    }

    @Test
    void callsNobodyCleanWhoseVersionDoesNotTell() {
        assertThat(reason(Needs.facts(Server.class).since(19), Duration.ZERO))
                .isEqualTo("PostgreSQL 18 does not tell; 19 and later do");
        assertThat(reason(Needs.facts(Server.class).since(18), Duration.ZERO)).isEmpty();
    }

    private static String reason(Needs needs, Duration countersAge) {
        WalStatistics wal = new WalStatistics(0, 0, 0, 0, null, null, null, null, NOW.minus(countersAge));
        Map<Class<? extends Fact>, List<? extends Fact>> facts = Map.of(
                Server.class, List.of(SERVER), EditionEvidence.class, List.of(), WalStatistics.class, List.of(wal));
        return new Examiner(List.of(new Needy(needs)), Settlement.NONE)
                .examine(new Snapshot(NOW, facts, List.of()))
                .examined()
                .getFirst()
                .reason();
    }

    private record Needy(Needs needs) implements Rule {

        @Override
        public Stream<Finding> examine(Snapshot snapshot) {
            return Stream.empty();
        }
    }

    @Test
    void putsWhatHoldsSomebodyUpBeforeWhatIsUntidy() {
        List<Rule> rules = List.of(
                new Stale(Sql.format("drop index stale")), new Waiting(Severity.NOTE), new Hurting(Severity.WARNING));
        assertThat(new Examiner(rules, Settlement.NONE).examine(snapshot(false)).findings())
                .extracting(Finding::rule)
                .containsExactly("hurting", "waiting", "stale");
    }

    private record Waiting(Severity severity) implements Rule {

        @Override
        public Needs needs() {
            return Needs.facts(Server.class);
        }

        @Override
        public String family() {
            return "locks";
        }

        @Override
        public Stream<Finding> examine(Snapshot snapshot) {
            return Stream.of(told(this, severity));
        }
    }

    private record Hurting(Severity severity) implements Rule {

        @Override
        public Needs needs() {
            return Needs.facts(Server.class);
        }

        @Override
        public String family() {
            return "extensions";
        }

        @Override
        public Stream<Finding> examine(Snapshot snapshot) {
            return Stream.of(told(this, severity));
        }
    }

    private static Finding told(Rule rule, Severity severity) {
        return rule.finding(
                severity,
                new Subject("session", "app/shop"),
                "session 7 is told",
                "It is.",
                Evidence.NONE,
                "None.",
                new Remedy.Advice("Wait."));
    }

    private static Remedy.Statement remedy(Sql sql, boolean standby) {
        return (Remedy.Statement) new Examiner(List.of(new Stale(sql)), Settlement.NONE)
                .examine(snapshot(standby))
                .findings()
                .getFirst()
                .remedy();
    }

    private static Snapshot snapshot(boolean standby) {
        Server server = new Server(
                180_000, "18.0", "shop", "app", false, true, standby, NOW, NOW, NOW, null, null, 1, 8192, null);
        Map<Class<? extends Fact>, List<? extends Fact>> facts =
                Map.of(Server.class, List.of(server), EditionEvidence.class, List.of());
        return new Snapshot(NOW, facts, List.of());
    }

    private record Stale(Sql cure) implements Rule {

        @Override
        public Needs needs() {
            return Needs.facts(Server.class);
        }

        @Override
        public String family() {
            return "indexes";
        }

        @Override
        public Stream<Finding> examine(Snapshot snapshot) {
            return Stream.of(finding(
                    Severity.NOTE,
                    new Subject("index", "stale"),
                    "index \"stale\" is stale",
                    "It is.",
                    Evidence.NONE,
                    "None.",
                    new Remedy.Statement(List.of(Step.alone(cure)), List.of(), Impact.NONE, null)));
        }
    }
}
