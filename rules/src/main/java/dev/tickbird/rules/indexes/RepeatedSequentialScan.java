// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A large table that is read from end to end again and again.
///
/// @param minSize smaller ones are read fast
/// @param minPerDay how often a day its rows are read through; backups and reports do it a few times
/// @param minAge younger counters show a busy hour, not the workload
public record RepeatedSequentialScan(Bytes minSize, long minPerDay, Duration minAge) implements Rule {

    public RepeatedSequentialScan() {
        this(Bytes.parse("100 MB"), 250, Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, TableStatistics.class).statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Map<QualifiedName, List<Table>> wholes = snapshot.all(Table.class).stream()
                .filter(table -> table.rows() > 0 && table.pages() > 0)
                .collect(Collectors.groupingBy(
                        table -> relations.root(table).qualifiedName(), TreeMap::new, Collectors.toList()));
        return wholes.entrySet().stream()
                .filter(whole -> bytes(whole.getValue(), snapshot) >= minSize.number())
                .flatMap(whole -> examined(whole.getKey(), whole.getValue(), snapshot));
    }

    private static long bytes(List<Table> parts, Snapshot snapshot) {
        return parts.stream().mapToLong(Table::pages).sum()
                * snapshot.the(Server.class).blockSize();
    }

    /// Rows are counted, not scans: parallel workers would count as several, and a scan that soon ends as one.
    private Stream<Finding> examined(QualifiedName name, List<Table> parts, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        long read = parts.stream()
                .flatMap(part -> relations.of(part, TableStatistics.class).stream())
                .mapToLong(TableStatistics::sequentialRows)
                .sum();
        double times = (double) read / parts.stream().mapToLong(Table::rows).sum();
        double days = snapshot.the(Server.class).statisticsAge().toSeconds() / 86_400.0;
        return times >= minPerDay * Math.max(days, 1.0 / 24)
                ? Stream.of(finding(name, parts, Math.round(times), days, snapshot))
                : Stream.empty();
    }

    private Finding finding(QualifiedName name, List<Table> parts, long times, double days, Snapshot snapshot) {
        long bytes = bytes(parts, snapshot);
        long rows = parts.stream().mapToLong(Table::rows).sum();
        return finding(
                Severity.ADVICE,
                Subject.table(name),
                "table \"" + name + "\" is read from end to end again and again",
                "In " + Words.duration(snapshot.the(Server.class).statisticsAge()) + " sequential scans went "
                        + Words.count(times, "time") + " through its " + Words.count(rows, "row") + ", "
                        + Words.bytes(bytes) + " each time.",
                Evidence.of("bytesPerDay", Math.round(times / Math.max(days, 1.0 / 24) * bytes))
                        .and("wholeReads", times)
                        .and("bytes", bytes),
                "It takes the CPU of a core for as long as it lasts, and memory or the disk from everybody else.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Find the statements: those that name the table and read most blocks for each row that"
                                        + " they return, with the query below.",
                                "If they return few rows, \"tickbird twin --index\" says which index would serve them,"
                                        + " without building it. A foreign key that references another table needs one too.",
                                "If they count or sum all of it, keep the result in a materialized view, or ask less"
                                        + " often."),
                        Sql.format(
                                "select calls, rows, shared_blks_hit + shared_blks_read as blocks, query from"
                                        + " pg_stat_statements where strpos(query, %L) > 0 order by blocks desc limit 5",
                                name.name())));
    }
}
