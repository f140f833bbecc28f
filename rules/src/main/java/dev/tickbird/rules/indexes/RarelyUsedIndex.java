// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A large index that is used now and then, while a hundred thousand writes maintain it for each time.
///
/// @param minAge younger counters prove nothing: reports run monthly
/// @param minSize smaller indexes are left alone
/// @param minWrites that maintained it, for each scan that used it
public record RarelyUsedIndex(Duration minAge, Bytes minSize, long minWrites) implements Rule {

    public RarelyUsedIndex() {
        this(Duration.ofDays(35), Bytes.parse("100 MB"), 100_000);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Index.class, ForeignKey.class, IndexStatistics.class, TableStatistics.class)
                .statisticsOlderThan(minAge);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("duplicate-index", "hot-blocking-index", "redundant-index");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (snapshot.the(Server.class).inRecovery()) {
            return Stream.empty(); // only this server's scans are counted here
        }
        Relations relations = Relations.of(snapshot);
        IndexTrees trees = IndexTrees.of(snapshot);
        return snapshot.all(Index.class).stream()
                .filter(index -> trees.isCounted(index) && trees.scans(index) > 0)
                .filter(index -> trees.bytes(index) >= minSize.number())
                .filter(index -> trees.areDescribed(index) && Droppable.is(index, relations))
                .filter(index -> Writes.of(relations.tableOf(index), snapshot) / trees.scans(index) >= minWrites)
                .map(index -> finding(index, snapshot));
    }

    private Finding finding(Index index, Snapshot snapshot) {
        QualifiedName name = index.qualifiedName();
        IndexTrees trees = IndexTrees.of(snapshot);
        Table table = Relations.of(snapshot).tableOf(index);
        long scans = trees.scans(index);
        long writes = Writes.of(table, snapshot);
        String last = lastScan(index, snapshot)
                .map(at -> ", the last time " + Words.duration(Duration.between(at, snapshot.takenAt())) + " ago")
                .orElse("");
        return finding(
                Severity.NOTE,
                Subject.index(name),
                "index \"" + name + "\" is written " + Words.count(writes / scans)
                        + " times for each time that it is read",
                "In " + Words.duration(snapshot.the(Server.class).statisticsAge()) + " it was scanned "
                        + Words.count(scans, "time") + last + ", and maintained by " + Words.count(writes, "write")
                        + " to " + table.qualifiedName() + ". It takes " + Words.bytes(trees.bytes(index)) + ".",
                Evidence.of("bytes", trees.bytes(index)).and("scans", scans).and("writes", writes),
                "All that time the writes pay for a few queries.",
                new Remedy.Advice(
                        "Find out who reads by it, and whether that may take longer, or run on a copy that has"
                                + " the index. Then run \"" + DroppedIndex.statement(index)
                                + "\", and keep its definition: " + index.definition() + ".",
                        "If only few of its entries are ever asked for, build a partial index on those instead."));
    }

    private static Optional<Instant> lastScan(Index index, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return relations.of(relations.tableOf(index), IndexStatistics.class).stream()
                .filter(counted -> counted.index() == index.oid())
                .map(IndexStatistics::lastScan)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
