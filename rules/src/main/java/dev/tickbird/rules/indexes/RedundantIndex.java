// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.IndexTarget;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An index whose keys are the first keys of another one, which can do all it does and more.
///
/// @param muchSmaller below this share of the other one's size it may be there on purpose, for it is read faster
/// @param largeSize only a wider index of at least this size is slow to read
public record RedundantIndex(double muchSmaller, Bytes largeSize) implements Rule {

    public RedundantIndex() {
        this(0.5, Bytes.parse("10 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Index.class, IndexStatistics.class)
                // what OpenTransactions and ReturningIndex tell
                .also(Session.class, Lock.class, PreparedTransaction.class, Comment.class, IndexTarget.class);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("duplicate-index");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        IndexTrees trees = IndexTrees.of(snapshot);
        return snapshot.all(Index.class).stream()
                .filter(index -> mayBeDropped(index) && trees.areDescribed(index))
                .flatMap(index -> wider(index, snapshot).map(it -> finding(index, it, snapshot)).stream());
    }

    private static boolean mayBeDropped(Index index) {
        return isUsable(index)
                && !index.enforces()
                && !index.replicaIdentity()
                && !index.clustered()
                && index.parent() == null;
    }

    private static boolean isUsable(Index index) {
        return index.method().equals("btree") && index.valid() && index.ready() && index.live();
    }

    /// The smallest index that can replace this one.
    private static Optional<Index> wider(Index index, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        IndexTrees trees = IndexTrees.of(snapshot);
        return relations.of(relations.tableOf(index), Index.class).stream()
                .filter(other -> isUsable(other) && Keys.isWider(other, index))
                .min(Comparator.<Index>comparingLong(trees::bytes).thenComparingLong(Index::oid));
    }

    private Finding finding(Index index, Index wider, Snapshot snapshot) {
        IndexTrees trees = IndexTrees.of(snapshot);
        QualifiedName name = index.qualifiedName();
        long bytes = trees.bytes(index);
        return finding(
                Severity.ADVICE,
                Subject.index(name),
                "index \"" + name + "\" is covered by \"" + wider.qualifiedName() + "\"",
                "On " + Relations.of(snapshot).tableOf(index).qualifiedName() + Keys.compared(index, wider)
                        + ". It takes " + Words.bytes(bytes)
                        + " and was scanned " + times(trees.scans(index)) + "; the other one takes "
                        + Words.bytes(trees.bytes(wider)) + " and was scanned " + times(trees.scans(wider)) + ".",
                Evidence.of("bytes", bytes)
                        .and("coveredBy", wider.qualifiedName().toString())
                        .and("widerBytes", trees.bytes(wider))
                        .and("scans", trees.scans(index))
                        .and("widerScans", trees.scans(wider)),
                "Each insert and each update that is not HOT writes to both, and both take room in memory and in "
                        + "backups.",
                remedy(index, wider, snapshot));
    }

    private static String times(long scans) {
        return scans == 1 ? "once" : Words.count(scans) + " times";
    }

    /// Dropped where that costs nothing. A much smaller index may have been kept on purpose, and where only the smaller
    /// one is used the wider one may be the one to go.
    private Remedy remedy(Index index, Index wider, Snapshot snapshot) {
        IndexTrees trees = IndexTrees.of(snapshot);
        long size = trees.bytes(wider);
        boolean isMuchSmaller = size >= largeSize.number() && trees.bytes(index) < muchSmaller * size;
        boolean isUsedInstead = trees.scans(index) > 0 && trees.scans(wider) == 0;
        if (!isMuchSmaller && (!isUsedInstead || wider.enforces())) {
            return DroppedIndex.of(index, wider, snapshot);
        }
        String drop = index.partitioned() ? "drop index " : "drop index concurrently ";
        String either = isMuchSmaller
                ? "Scans of the whole index and joins read "
                        + Words.percent((double) trees.bytes(index) / size)
                        + " of the wider one's size. If time matters more there than the cost of writes, keep both."
                : "No query has used the wider one since the statistics were reset. If none ever does, drop that one "
                        + "and keep this one.";
        return new Remedy.Advice(
                either,
                "Otherwise drop it and let the wider one take over: " + drop + Sql.format("%I", index.qualifiedName())
                        + ".");
    }
}
