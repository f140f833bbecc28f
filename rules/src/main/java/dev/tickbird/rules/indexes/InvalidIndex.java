// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.IndexBuildProgress;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An index that no query may use: its concurrent build, rebuild or drop was interrupted, or partitions
/// lack their part.
public record InvalidIndex() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Index.class, IndexBuildProgress.class, Lock.class)
                .also(Session.class, PreparedTransaction.class); // see OpenTransactions
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        IndexTrees trees = IndexTrees.of(snapshot);
        return snapshot.all(Index.class).stream()
                .filter(index -> !index.valid() && trees.areDescribed(index))
                .filter(index -> trees.parent(index).filter(it -> !it.valid()).isEmpty()) // told with its parent
                .filter(index -> !isBeingWorkedOn(index, snapshot))
                .map(index -> index.partitioned() ? incomplete(index, snapshot) : broken(index, snapshot));
    }

    /// Built, rebuilt or dropped right now, or completed by a build on a partition. Whoever rebuilds or drops
    /// concurrently holds this lock on the index, whoever attaches a part on the parent's, whoever builds on the
    /// table; the table's alone could be a vacuum's, so it counts only where builds are hidden.
    private static boolean isBeingWorkedOn(Index index, Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        Set<Long> locked = snapshot.all(Lock.class).stream()
                .filter(lock -> lock.mode().equals(LockMode.SHARE_UPDATE_EXCLUSIVE.toString()))
                .flatMap(lock -> Stream.ofNullable(lock.relation()))
                .collect(Collectors.toSet());
        Set<Long> builds = snapshot.all(IndexBuildProgress.class).stream()
                .filter(build -> database.equals(build.database()))
                .map(IndexBuildProgress::relation)
                .collect(Collectors.toCollection(HashSet::new));
        if (snapshot.gap(IndexBuildProgress.class).isPresent()) {
            builds.addAll(locked);
        }
        Relations relations = Relations.of(snapshot);
        return locked.contains(index.oid()) || isAmong(builds, relations.tableOf(index), relations);
    }

    /// Whether a table is, or one of its partitions.
    private static boolean isAmong(Set<Long> tables, Table table, Relations relations) {
        return tables.contains(table.oid())
                || table.kind() == Table.Kind.PARTITIONED
                        && relations.children(table).stream()
                                .anyMatch(partition -> isAmong(tables, partition, relations));
    }

    private Finding broken(Index index, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Table table = relations.tableOf(index);
        Optional<Index> twin = relations.of(table, Index.class).stream()
                .filter(other -> other.valid() && isLike(other, index))
                .findFirst();
        long bytes = IndexTrees.of(snapshot).bytes(index);
        String written = index.ready()
                ? "Every write to " + table.qualifiedName() + " still maintains it"
                : "Writes do not maintain it";
        String why = !index.live()
                ? "dropping it was begun and not finished"
                : twin.map(other -> "index " + other.qualifiedName() + " is the same and valid")
                        .orElse("no other index is the same");
        return finding(
                Severity.WARNING,
                Subject.index(index.qualifiedName()),
                "index \"" + index.qualifiedName() + "\" is invalid",
                "A concurrent build, rebuild or drop of it did not finish. It is " + Keys.written(index) + " and takes "
                        + Words.bytes(bytes) + "; " + why + ".",
                Evidence.of("bytes", bytes)
                        .and("maintained", index.ready())
                        .and("table", table.qualifiedName().toString()),
                "No query uses it" + (index.unique() ? ", and the rows are not known to be unique" : "") + ". "
                        + written + ".",
                RepairedIndex.of(index, twin, table, snapshot));
    }

    private static boolean isLike(Index other, Index index) {
        return Keys.of(other).equals(Keys.of(index))
                && other.included().equals(index.included())
                && (other.unique() || !index.unique())
                && other.nullsNotDistinct() == index.nullsNotDistinct();
    }

    private Finding incomplete(Index index, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Table table = relations.tableOf(index);
        List<Table> partitions = relations.children(table);
        long attached = IndexTrees.of(snapshot).children(index).stream()
                .filter(Index::valid)
                .count();
        return finding(
                index.unique() ? Severity.WARNING : Severity.ADVICE,
                Subject.index(index.qualifiedName()),
                "index \"" + index.qualifiedName() + "\" of a partitioned table is invalid",
                Words.count(attached) + " of the " + Words.count(partitions.size(), "partition") + " of "
                        + table.qualifiedName() + " " + (attached == 1 ? "has" : "have")
                        + " a valid index attached to it"
                        + (attached == partitions.size() ? "; the server has not looked since." : "."),
                Evidence.of("missing", partitions.size() - attached).and("partitions", partitions.size()),
                index.unique()
                        ? "Rows are not known to be unique, and queries cannot rely on it."
                        : "Queries on the partitions without an index read them whole.",
                CompletedIndex.of(index, snapshot));
    }
}
