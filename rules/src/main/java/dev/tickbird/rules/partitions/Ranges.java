// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The ranges into which a table is divided along one scale, from the lowest to the highest.
///
/// @param column by whose values; empty for an expression
/// @param other the partition for what fits nowhere else
record Ranges(Table table, String column, RangeBound.Scale scale, List<Part> parts, Optional<Table> other) {

    /// @param partition the table that holds the range
    record Part(Table partition, RangeBound bound) {}

    Ranges {
        parts = List.copyOf(parts);
    }

    /// Every table that is divided by ranges of one column of dates, times or whole numbers. One whose partition
    /// is being detached is left out, for its ranges are about to change.
    static List<Ranges> in(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<Long, List<Partition>> byParent =
                snapshot.all(Partition.class).stream().collect(Collectors.groupingBy(Partition::parent));
        List<Ranges> all = new ArrayList<>();
        for (PartitionedTable partitioned : snapshot.all(PartitionedTable.class)) {
            if (partitioned.strategy() == PartitionedTable.Strategy.RANGE
                    && partitioned.columns().size() == 1) {
                relations
                        .table(partitioned.relation())
                        .flatMap(table ->
                                of(table, partitioned, byParent.getOrDefault(table.oid(), List.of()), relations))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Ranges> of(
            Table table, PartitionedTable partitioned, List<Partition> partitions, Relations relations) {
        List<Part> parts = new ArrayList<>();
        for (Partition partition : partitions) {
            Optional<Table> held = relations.table(partition.relation());
            if (partition.isDefault()) {
                continue;
            }
            Optional<RangeBound> bound = RangeBound.of(partition.bound());
            if (bound.isEmpty() || held.isEmpty() || partition.detachPending()) {
                return Optional.empty();
            }
            parts.add(new Part(held.get(), bound.get()));
        }
        parts.sort(Comparator.comparingLong(part -> part.bound().from()));
        return parts.stream()
                .map(part -> part.bound().scale())
                .filter(scale -> scale != RangeBound.Scale.ANY)
                .findFirst()
                .map(scale -> new Ranges(
                        table,
                        partitioned.columns().getFirst(),
                        scale,
                        parts,
                        relations.table(partitioned.defaultPartition())));
    }

    /// Whether a new partition locks other tables, or all rows of the default partition, or has partitions of its own.
    boolean isTied(Part last, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return other.isPresent()
                || !relations.referencing(table).isEmpty()
                || !relations.of(table, ForeignKey.class).isEmpty()
                || !relations.children(last.partition()).isEmpty();
    }

    /// The part that a value belongs to.
    Optional<Part> at(long value) {
        return parts.stream()
                .filter(part ->
                        part.bound().from() <= value && value < part.bound().to())
                .findFirst();
    }

    /// The part that ends last before a value or with it.
    Optional<Part> before(long value) {
        return parts.stream()
                .filter(part -> part.bound().to() <= value)
                .max(Comparator.comparingLong(part -> part.bound().to()));
    }

    /// The last part of those that follow one another without a gap, from a given one on.
    Part last(Part first) {
        Part last = first;
        for (Optional<Part> next = at(last.bound().to());
                next.isPresent();
                next = at(last.bound().to())) {
            last = next.get();
        }
        return last;
    }
}
