// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.comparison.Meantime.Counter;
import dev.tickbird.model.comparison.Meantime.Measured;
import dev.tickbird.model.comparison.Meantime.StatementWork;
import dev.tickbird.model.comparison.Meantime.TableTraffic;
import dev.tickbird.model.comparison.Meantime.Unit;
import dev.tickbird.model.comparison.Meantime.Unknown;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import dev.tickbird.model.statistics.TableStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was done between two snapshots, by their counters.
class MeantimeTest {

    private static final Server SERVER =
            Sample.of(Server.class, Map.of("versionNumber", 180_001, "systemIdentifier", "7"));
    private static final Server LATER = Sample.with(SERVER, "now", Instant.EPOCH.plusSeconds(60));
    private static final Table TABLE = Sample.of(Table.class, Map.of("schema", "public", "name", "orders"));
    private static final DatabaseStatistics DATABASE = Sample.of(DatabaseStatistics.class, Map.of("name", "x"));

    @ParameterizedTest
    @CsvSource({
        "systemIdentifier, 8, the two are of different servers",
        "systemIdentifier, , it is not known whether both are of the same server",
        "database, y, the two are of different databases",
        "inRecovery, true, 'one is of a standby, the other of a primary'",
        "now, 1969-12-31T23:59:59Z, the second is older than the first",
        "statisticsSince, 1970-01-01T00:00:30Z, 'the statistics were reset, or the server was restarted, in between'"
    })
    void isNotKnownWhereTheCountersAreNotOfOneSeries(String component, String value, String reason) {
        Server other = Sample.with(LATER, "startedAt", Instant.EPOCH.plusSeconds(30));
        other = Sample.with(other, component, parsed(component, value));
        assertThat(Comparison.of(Snapshots.of(SERVER), Snapshots.of(other)).meantime())
                .isEqualTo(new Unknown(reason));
    }

    @Test
    void isEmptyWhereNothingWasDone() {
        Snapshot before = snapshot(SERVER, TABLE, statistics(5, 5, 5));
        Measured measured = measured(before, snapshot(LATER, TABLE, statistics(5, 5, 5)));
        assertThat(measured.length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(measured.tables()).isEmpty();
        assertThat(measured.statements()).isEmpty();
        assertThat(measured.counters()).isEmpty();
        assertThat(measured.remarks()).isEmpty();
    }

    @Test
    void saysWhatWasDoneToATableAndHowItGrew() {
        Index index = Sample.of(Index.class, Map.of("oid", 2L, "relation", 1L));
        Measured measured = measured(
                snapshot(SERVER, TABLE, index, statistics(5, 5, 5), size(1, 8192), size(2, 8192)),
                snapshot(LATER, TABLE, index, statistics(15, 6, 5), size(1, 16_384), size(2, 8192)));
        assertThat(measured.tables())
                .containsExactly(new TableTraffic("public.orders", 10, 1, 0, 0, 0, 16_384L, 24_576L));
        assertThat(measured.perSecond(30)).isEqualTo(0.5);
    }

    @Test
    void saysNothingOfANewTableOrOneWhoseCountersWereReset() {
        Snapshot without = snapshot(SERVER);
        Snapshot with = snapshot(LATER, TABLE, statistics(5, 5, 5));
        assertThat(measured(without, with).tables()).isEmpty();
        assertThat(measured(snapshot(SERVER, TABLE, statistics(9, 9, 9)), with).tables())
                .isEmpty();
    }

    @Test
    void addsUpAStatementWhoeverCalledIt() {
        StatementText text = new StatementText(1, "select $1");
        Measured measured = measured(
                snapshot(SERVER, text, statement(1, 10, 100)),
                snapshot(LATER, text, statement(1, 15, 150), statement(2, 3, 30)));
        assertThat(measured.statements()).containsExactly(new StatementWork(1, "select $1", 8, 80, 1));
    }

    @Test
    void leavesOutWhatTickbirdItselfAsked() {
        StatementText own = new StatementText(1, "select 1" + StatementText.MARK);
        assertThat(measured(snapshot(SERVER), snapshot(LATER, own, statement(1, 15, 150)))
                        .statements())
                .isEmpty();
    }

    @Test
    void takesAStatementWithFewerCallsForOneThatCameBack() {
        assertThat(measured(snapshot(SERVER, statement(1, 10, 100)), snapshot(LATER, statement(1, 4, 40)))
                        .statements())
                .containsExactly(new StatementWork(1, "the text is not known", 4, 40, 1));
    }

    @Test
    void remarksThatStatementsWereReset() {
        Snapshot reset = snapshot(LATER, new StatementsInfo(0, Instant.EPOCH.plusMillis(1)));
        assertThat(measured(snapshot(SERVER), reset).remarks())
                .containsExactly("statements: pg_stat_statements was reset in between");
    }

    @Test
    void saysHowTheCountersOfTheDatabaseGrew() {
        DatabaseStatistics busier = Sample.with(Sample.with(DATABASE, "commits", 41L), "temporaryBytes", 1025L);
        assertThat(measured(snapshot(SERVER), Snapshots.of(LATER, busier)).counters())
                .containsExactly(
                        new Counter("commits", 40, Unit.COUNT), new Counter("temporary data", 1024, Unit.BYTES));
    }

    private static Object parsed(String component, String value) {
        return switch (component) {
            case "now", "statisticsSince" -> Instant.parse(value);
            case "inRecovery" -> Boolean.valueOf(value);
            default -> value;
        };
    }

    private static Snapshot snapshot(Fact... facts) {
        return Snapshots.of(Stream.concat(Stream.of(DATABASE), Stream.of(facts)).toArray(Fact[]::new));
    }

    private static Measured measured(Snapshot before, Snapshot after) {
        return assertThat(Comparison.of(before, after).meantime())
                .asInstanceOf(type(Measured.class))
                .actual();
    }

    private static TableStatistics statistics(long inserted, long updated, long deleted) {
        return Sample.of(TableStatistics.class, Map.of("inserted", inserted, "updated", updated, "deleted", deleted));
    }

    private static RelationSize size(long oid, long bytes) {
        return Sample.of(RelationSize.class, Map.of("oid", oid, "bytes", bytes));
    }

    private static Statement statement(long role, long calls, double millis) {
        return Sample.of(Statement.class, Map.of("role", role, "calls", calls, "totalMillis", millis));
    }
}
