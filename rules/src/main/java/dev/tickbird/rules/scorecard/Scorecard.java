// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Scope;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.statistics.Archiver;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import dev.tickbird.model.statistics.TableIo;
import dev.tickbird.model.statistics.WalPosition;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What a server reaches of each goal.
///
/// @param grades one for each goal, in their order
public record Scorecard(List<Grade> grades) {

    public Scorecard {
        grades = List.copyOf(grades);
    }

    /// What must be observed.
    public static Set<Class<? extends Fact>> facts() {
        return Set.of(
                Server.class,
                EditionEvidence.class,
                Setting.class,
                Statement.class,
                StatementText.class,
                StatementsInfo.class,
                DatabaseStatistics.class,
                TableIo.class,
                Table.class,
                Column.class,
                ColumnStatistics.class,
                Replica.class,
                WalPosition.class,
                Archiver.class);
    }

    /// @param connecting how long it took to connect, each time that was tried; empty if it was not
    public static Scorecard of(Snapshot snapshot, List<Duration> connecting) {
        return of(Period.of(Scope.own(snapshot)), connecting);
    }

    /// The later of two snapshots, with its counters read for the time between.
    public static Scorecard since(Snapshot earlier, Snapshot later, List<Duration> connecting) {
        return of(Period.between(Scope.own(earlier), Scope.own(later)), connecting);
    }

    private static Scorecard of(Period period, List<Duration> connecting) {
        return new Scorecard(Arrays.stream(Goal.values())
                .map(goal -> new Grade(goal, reading(goal, period, connecting)))
                .toList());
    }

    public Grade of(Goal goal) {
        return grades.stream().filter(grade -> grade.goal() == goal).findFirst().orElseThrow();
    }

    public long count(Grade.Verdict verdict) {
        return grades.stream().filter(grade -> grade.verdict() == verdict).count();
    }

    private static Reading reading(Goal goal, Period period, List<Duration> connecting) {
        Snapshot snapshot = period.end();
        return switch (goal) {
            case QUERY_TIME -> QueryTime.of(period);
            case CONNECTION_TIME -> connecting(connecting);
            case CACHE_HIT -> MemoryHits.ofDatabase(period);
            case INDEX_HIT -> MemoryHits.ofIndexes(period);
            case BLOAT -> Bloat.of(snapshot);
            case REPLICATION_LAG -> ReplicationLag.of(snapshot);
            case DATA_LOSS -> DataLoss.of(snapshot);
            case RECOVERY_TIME ->
                new Reading.Unmeasured(
                        "only a restore tells how long a restore takes",
                        "Restore the newest backup on another machine, and take the time.");
            case UPTIME -> uptime(snapshot.the(Server.class));
            case FAILOVER_TIME ->
                new Reading.Unmeasured(
                        "only a failover tells how long a failover takes",
                        "Switch over on purpose in a quiet hour, and take the time without writes.");
        };
    }

    private static Reading connecting(List<Duration> tries) {
        if (tries.isEmpty()) {
            return new Reading.Unmeasured("a snapshot file cannot be connected to", "Ask the server itself.");
        }
        List<Duration> sorted = tries.stream().sorted().toList();
        return Reading.Measured.of(
                sorted.get(sorted.size() / 2).toNanos() / 1e6,
                "the middle of " + Words.count(tries.size(), "new connection")
                        + " from here, the slowest of which took "
                        + Goal.CONNECTION_TIME.words(sorted.getLast().toNanos() / 1e6));
    }

    private static Reading uptime(Server server) {
        return new Reading.Unmeasured(
                "a server knows only that it has run for "
                        + Words.duration(Duration.between(server.startedAt(), server.now())) + ", not when it did not",
                "Whoever asks it every minute from outside can tell.");
    }
}
