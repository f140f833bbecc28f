// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.partitions;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table in use that is divided by time, whose partitions end soon or have ended: then its inserts fail.
///
/// @param advance how long before the end it is told, at most; with short partitions it is half of one
public record MissingNextPartition(Duration advance) implements Rule {

    public MissingNextPartition() {
        this(Duration.ofDays(14));
    }

    @Override
    public Needs needs() {
        return Needs.facts(
                Table.class, PartitionedTable.class, Partition.class, ForeignKey.class, TableStatistics.class);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("filled-default-partition");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<Table, List<End>> byRoot = Ranges.in(snapshot).stream()
                .filter(ranges -> ranges.scale() == RangeBound.Scale.TIME)
                .flatMap(ranges -> End.of(ranges, snapshot).stream())
                .filter(end -> end.left().compareTo(notice(end)) <= 0)
                .collect(Collectors.groupingBy(
                        end -> relations.root(end.ranges().table()), LinkedHashMap::new, Collectors.toList()));
        return byRoot.entrySet().stream().map(entry -> finding(entry.getKey(), entry.getValue(), snapshot));
    }

    private Duration notice(End end) {
        return shorter(end.width().dividedBy(2), advance);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Finding finding(Table root, List<End> ends, Snapshot snapshot) {
        End first = ends.stream().min(Comparator.comparing(End::left)).orElseThrow();
        Optional<Table> other = first.ranges().other();
        boolean over = !first.left().isPositive();
        String others = ends.size() == 1
                ? ""
                : " The same holds for " + Words.count(ends.size() - 1L, "other part") + " of it.";
        return finding(
                severity(first),
                Subject.table(root.qualifiedName()),
                "partitions of table \"" + root.qualifiedName() + "\" " + (over ? "have ended" : "end") + " on "
                        + first.written() + " UTC",
                "Partition " + first.last().partition().qualifiedName() + " goes to "
                        + first.last().bound().highest() + ", and none follows"
                        + (over ? "." : "; that is " + Words.duration(first.left()) + " from now.")
                        + " It takes new rows: " + Words.count(first.inserted()) + " since the statistics began."
                        + others,
                Evidence.of("leftDays", first.left().toDays())
                        .and("end", first.written() + " UTC")
                        .and("parts", ends.size())
                        .and("default", other.map(Table::name).orElse("none")),
                other.map(it -> "Rows of later times go to the default partition " + it.qualifiedName()
                                + ", and a partition for them can no longer be added before they are moved.")
                        .orElse("Inserts of later times fail: no partition is found for the row."),
                NextPartition.after(ends, snapshot));
    }

    private static Severity severity(End end) {
        boolean falls = end.ranges().other().isPresent();
        if (!end.left().isPositive()) {
            return falls ? Severity.WARNING : Severity.CRITICAL;
        }
        Duration soon = shorter(end.width().dividedBy(4), Duration.ofDays(7));
        if (falls || end.left().compareTo(soon) > 0) {
            return Severity.ADVICE;
        }
        return end.left().compareTo(shorter(end.width().dividedBy(10), Duration.ofDays(1))) > 0
                ? Severity.WARNING
                : Severity.CRITICAL;
    }
}
