// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Rows that wait in the default partition of a table divided by ranges: a range is missing, and cannot be added while
/// they are there.
public record FilledDefaultPartition() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, PartitionedTable.class, Partition.class, TableStatistics.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<Ranges> inTime = Ranges.in(snapshot).stream()
                .filter(ranges -> ranges.scale() == RangeBound.Scale.TIME)
                .toList();
        return snapshot.all(PartitionedTable.class).stream()
                .filter(it -> it.strategy() == PartitionedTable.Strategy.RANGE)
                .flatMap(it -> relations.table(it.defaultPartition()).stream()
                        .filter(other -> rows(other, relations) > 0)
                        .flatMap(other -> relations.table(it.relation()).stream()
                                .filter(table -> relations.children(table).size() > 1) // it is not all there is
                                .map(table -> finding(table, other, isCurrent(table, inTime, snapshot), relations))));
    }

    /// As counted, where something was counted since the statistics began; as estimated otherwise.
    private static long rows(Table table, Relations relations) {
        List<Table> below = relations.children(table);
        if (!below.isEmpty()) {
            return below.stream().mapToLong(it -> rows(it, relations)).sum();
        }
        Optional<TableStatistics> counted = relations.of(table, TableStatistics.class).stream()
                .filter(it -> it.liveRows() > 0 || it.inserted() > 0 || it.deleted() > 0)
                .findFirst();
        return counted.map(TableStatistics::liveRows).orElse(Math.max(table.rows(), 0));
    }

    /// Whether what is inserted now has no partition of its own.
    private static boolean isCurrent(Table table, List<Ranges> inTime, Snapshot snapshot) {
        return inTime.stream()
                .filter(ranges -> ranges.table().equals(table))
                .anyMatch(ranges -> ranges.at(snapshot.takenAt().toEpochMilli()).isEmpty());
    }

    private Finding finding(Table table, Table other, boolean current, Relations relations) {
        QualifiedName name = table.qualifiedName();
        QualifiedName partition = other.qualifiedName();
        long rows = rows(other, relations);
        return finding(
                current ? Severity.WARNING : Severity.ADVICE,
                Subject.table(name),
                "default partition of table \"" + name + "\" holds rows",
                partition + " holds about " + Words.count(rows, "row") + ", for which there is no range; the table has "
                        + Words.count(relations.children(table).size() - 1L, "other partition") + "."
                        + (current ? " There is none for the present, so that more come all the time." : ""),
                Evidence.of("rows", rows).and("partition", partition.toString()).and("current", current),
                "A partition for a range of these rows cannot be added, for it fails while they are there; one for another"
                        + " range reads all of " + partition
                        + " while nobody gets at it. Queries for them read it whole.",
                moved(table, other));
    }

    private static Remedy moved(Table table, Table other) {
        QualifiedName name = table.qualifiedName();
        QualifiedName partition = other.qualifiedName();
        return Remedy.Advice.inOrder(
                List.of(
                        "See which ranges are missing: "
                                + Sql.format("select min(…), max(…), count(*) from %I", partition) + ".",
                        "In one transaction, move them: "
                                + Sql.format("alter table %I detach partition %I", name, partition)
                                + "; "
                                + Sql.format("create table … partition of %I for values from (…) to (…)", name)
                                + " for each range; "
                                + Sql.format(
                                        "with moved as (delete from %I where … returning *) insert into %I select * from moved",
                                        partition, name)
                                + "; " + Sql.format("alter table %I attach partition %I default", name, partition)
                                + ". Nobody can read or write the table meanwhile; where that takes too long, leave the"
                                + " default partition detached, move its rows in batches, and attach it when it is empty.",
                        "Have a job make partitions ahead of time, and watch that it runs."),
                Sql.format("select count(*) from only %I", partition));
    }
}
