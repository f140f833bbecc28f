// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.figures;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.model.statistics.TableStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The numbers of one table, gathered from all facts that hold some. What was not observed is null, and so is what a
/// partitioned table has in its partitions only.
///
/// @param heap the table's own files, without TOAST, in bytes
/// @param rows counted by the server, or else the planner's estimate
/// @param dead rows that were deleted or replaced and not vacuumed yet
public record TableFigures(
        Table table,
        @Nullable Long heap,
        @Nullable Long indexes,
        @Nullable Long toast,
        @Nullable Long rows,
        @Nullable Long dead,
        @Nullable Long sequentialScans,
        @Nullable Long indexScans) {

    /// All files together, as far as their sizes are known; null if not even the table's own is.
    public @Nullable Long total() {
        return heap == null ? null : heap + zeroIfUnknown(indexes) + zeroIfUnknown(toast);
    }

    /// The share of dead rows among all; zero where nothing is known.
    public double deadShare() {
        long all = zeroIfUnknown(rows) + zeroIfUnknown(dead);
        return all == 0 ? 0 : (double) zeroIfUnknown(dead) / all;
    }

    /// One entry a table, in the snapshot's order; empty if tables were not observed.
    public static List<TableFigures> of(Snapshot snapshot) {
        Map<Long, Long> sizes = observed(snapshot, RelationSize.class).stream()
                .collect(Collectors.toMap(RelationSize::oid, RelationSize::bytes, Long::max));
        Map<Long, Long> indexes = new HashMap<>();
        for (Index index : observed(snapshot, Index.class)) {
            indexes.merge(index.relation(), sizes.getOrDefault(index.oid(), 0L), Long::sum);
        }
        Map<Long, TableStatistics> counted = observed(snapshot, TableStatistics.class).stream()
                .collect(Collectors.toMap(TableStatistics::relation, Function.identity(), (one, other) -> one));
        return observed(snapshot, Table.class).stream()
                .map(table -> of(table, sizes, indexes, counted.get(table.oid())))
                .toList();
    }

    /// The records of a fact, none if it was not observed.
    static <F extends Fact> List<F> observed(Snapshot snapshot, Class<F> fact) {
        return snapshot.observed().contains(fact) ? snapshot.all(fact) : List.of();
    }

    private static TableFigures of(
            Table table, Map<Long, Long> sizes, Map<Long, Long> indexes, @Nullable TableStatistics counted) {
        if (table.kind() == Table.Kind.PARTITIONED) {
            return new TableFigures(table, null, null, null, null, null, null, null);
        }
        @Nullable Long estimate = table.rows() < 0 ? null : Long.valueOf(table.rows());
        return new TableFigures(
                table,
                sizes.get(table.oid()),
                sizes.isEmpty() ? null : indexes.get(table.oid()),
                table.toast() == null ? null : sizes.get(table.toast()),
                counted == null ? estimate : Long.valueOf(counted.liveRows()),
                counted == null ? null : Long.valueOf(counted.deadRows()),
                counted == null ? null : Long.valueOf(counted.sequentialScans()),
                counted == null ? null : counted.indexScans());
    }

    private static long zeroIfUnknown(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
