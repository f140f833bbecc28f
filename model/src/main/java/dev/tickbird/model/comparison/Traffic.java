// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.comparison.Meantime.Counter;
import dev.tickbird.model.comparison.Meantime.TableTraffic;
import dev.tickbird.model.comparison.Meantime.Unit;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.Checkpointer;
import dev.tickbird.model.statistics.DatabaseStatistics;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.StatementsInfo;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.model.statistics.WalPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Subtracts the counters of one snapshot from those of a later one of the same server.
final class Traffic {

    static final List<Class<? extends Fact>> FACTS = List.of(
            Table.class,
            Index.class,
            TableStatistics.class,
            RelationSize.class,
            Statement.class,
            StatementText.class,
            StatementsInfo.class,
            DatabaseStatistics.class,
            Checkpointer.class,
            WalPosition.class);

    private static final Comparator<TableTraffic> BUSIEST = Comparator.comparingLong(TableTraffic::written)
            .thenComparingLong(table -> Math.abs(table.growth()))
            .thenComparingLong(TableTraffic::sequentialScans)
            .reversed()
            .thenComparing(TableTraffic::table);

    private final Moment before;
    private final Moment after;
    private final List<String> remarks = new ArrayList<>();

    private Traffic(Moment before, Moment after) {
        this.before = before;
        this.after = after;
    }

    static Meantime between(Moment before, Moment after) {
        Optional<String> obstacle =
                obstacle(before.snapshot().the(Server.class), after.snapshot().the(Server.class));
        return obstacle.isPresent() ? new Meantime.Unknown(obstacle.get()) : new Traffic(before, after).measured();
    }

    /// Why the counters are not of one series; empty if they are.
    private static Optional<String> obstacle(Server before, Server after) {
        if (before.systemIdentifier() != null && after.systemIdentifier() != null) {
            if (!before.systemIdentifier().equals(after.systemIdentifier())) {
                return Optional.of("the two are of different servers");
            }
        } else if (!before.startedAt().equals(after.startedAt())) {
            return Optional.of("it is not known whether both are of the same server");
        }
        if (!before.database().equals(after.database())) {
            return Optional.of("the two are of different databases");
        }
        if (before.inRecovery() != after.inRecovery()) {
            return Optional.of("one is of a standby, the other of a primary");
        }
        if (after.now().isBefore(before.now())) {
            return Optional.of("the second is older than the first");
        }
        return before.statisticsSince().equals(after.statisticsSince())
                ? Optional.empty()
                : Optional.of("the statistics were reset, or the server was restarted, in between");
    }

    private Meantime measured() {
        Server server = after.snapshot().the(Server.class);
        Duration length = Duration.between(before.snapshot().the(Server.class).now(), server.now());
        List<TableTraffic> tables = tables();
        List<Meantime.StatementWork> statements = new StatementTraffic(before, after, remarks).statements();
        List<Counter> counters = new ArrayList<>(database());
        counters.addAll(server());
        return new Meantime.Measured(length, tables, statements, counters, remarks);
    }

    private List<TableTraffic> tables() {
        if (!after.names().saw(Table.class) || !after.names().saw(TableStatistics.class)) {
            remarks.add("what was done to tables is not known");
            return List.of();
        }
        Sizes old = Sizes.of(before.names());
        Sizes now = Sizes.of(after.names());
        return after.names().all(Table.class).stream()
                .flatMap(table -> traffic(table, old, now).stream())
                .filter(traffic -> !traffic.isIdle())
                .sorted(BUSIEST)
                .toList();
    }

    /// Empty for a table without counters, for a new one of the same name, and for one whose counters were reset alone.
    private Optional<TableTraffic> traffic(Table table, Sizes old, Sizes now) {
        @Nullable TableStatistics from = before.names().more(TableStatistics.class, table.oid());
        @Nullable TableStatistics to = after.names().more(TableStatistics.class, table.oid());
        @Nullable Table known = before.names().table(table.oid());
        if (from == null || to == null || known == null || to.inserted() < from.inserted()) {
            return Optional.empty();
        }
        return Optional.of(new TableTraffic(
                table.qualifiedName().toString(),
                to.inserted() - from.inserted(),
                to.updated() - from.updated(),
                to.deleted() - from.deleted(),
                to.sequentialScans() - from.sequentialScans(),
                Objects.requireNonNullElse(to.indexScans(), 0L) - Objects.requireNonNullElse(from.indexScans(), 0L),
                old.of(known),
                now.of(table)));
    }

    private List<Counter> database() {
        Optional<DatabaseStatistics> from = statistics(before);
        Optional<DatabaseStatistics> to = statistics(after);
        if (from.isEmpty() || to.isEmpty()) {
            remarks.add("what was done to the database is not known");
            return List.of();
        }
        List<Counter> counters = new ArrayList<>();
        DatabaseCounters.ALL.forEach((name, counter) -> {
            double amount = counter.reading().applyAsDouble(to.get())
                    - counter.reading().applyAsDouble(from.get());
            if (amount > 0) {
                counters.add(new Counter(name, amount, counter.unit()));
            }
        });
        return counters;
    }

    private static Optional<DatabaseStatistics> statistics(Moment moment) {
        return moment.names().all(DatabaseStatistics.class).stream()
                .filter(statistics -> moment.names().database().equals(statistics.name()))
                .findFirst();
    }

    /// What the whole server has done.
    private List<Counter> server() {
        List<Counter> counters = new ArrayList<>();
        grown(WalPosition.class, WalPosition::bytes)
                .ifPresent(bytes -> counters.add(new Counter("WAL of the whole server", bytes, Unit.BYTES)));
        grown(Checkpointer.class, Checkpointer::timed)
                .ifPresent(number -> counters.add(new Counter("checkpoints on time", number, Unit.COUNT)));
        grown(Checkpointer.class, Checkpointer::requested)
                .ifPresent(number -> counters.add(new Counter("checkpoints on request", number, Unit.COUNT)));
        return counters;
    }

    private <F extends Fact> Optional<Double> grown(Class<F> fact, ToDoubleFunction<F> counter) {
        List<F> from = before.names().all(fact);
        List<F> to = after.names().all(fact);
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(counter.applyAsDouble(to.getFirst()) - counter.applyAsDouble(from.getFirst()))
                        .filter(amount -> amount > 0);
    }
}
