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
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.replication.ReplicationSlot;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.IndexTarget;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/// An index that no query has used for as long as the server has counted, while every write maintains it.
///
/// @param minAge younger counters prove nothing: reports run monthly
/// @param minSize smaller indexes are left alone
public record UnusedIndex(Duration minAge, Bytes minSize) implements Rule {

    public UnusedIndex() {
        this(Duration.ofDays(35), Bytes.parse("1 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Index.class, ForeignKey.class, IndexStatistics.class, TableStatistics.class)
                .inPart(Replica.class, ReplicationSlot.class) // they change the remedy only
                // what OpenTransactions and ReturningIndex tell
                .also(Session.class, Lock.class, PreparedTransaction.class, Comment.class, IndexTarget.class)
                .statisticsOlderThan(minAge);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("duplicate-index", "redundant-index");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (snapshot.the(Server.class).inRecovery()) {
            return Stream.empty(); // here, too, only this server's scans are counted, and an index cannot be dropped
        }
        Relations relations = Relations.of(snapshot);
        IndexTrees trees = IndexTrees.of(snapshot);
        return snapshot.all(Index.class).stream()
                .filter(index -> trees.isCounted(index) && trees.scans(index) == 0)
                .filter(index -> trees.bytes(index) >= minSize.number())
                .filter(index -> trees.areDescribed(index) && Droppable.is(index, relations))
                .map(index -> finding(index, trees.bytes(index), snapshot));
    }

    private Finding finding(Index index, long bytes, Snapshot snapshot) {
        QualifiedName name = index.qualifiedName();
        Relations relations = Relations.of(snapshot);
        Table table = relations.tableOf(index);
        Duration age = snapshot.the(Server.class).statisticsAge();
        long writes = Writes.of(table, snapshot);
        return finding(
                Severity.ADVICE,
                Subject.index(name),
                "index \"" + name + "\" is never used",
                "No scan has used it since it was built, or since counting began " + Words.duration(age)
                        + " ago; it takes " + Words.bytes(bytes)
                        + " and was maintained by " + Words.count(writes, "write") + " to " + table.qualifiedName()
                        + " in that time.",
                Evidence.of("bytes", bytes)
                        .and("scans", 0)
                        .and("writes", writes)
                        .and("statisticsDays", age.toDays()),
                "Each insert and each update that is not HOT writes to it, and it takes room in memory and in backups.",
                Standbys.of(snapshot).remedy(index, snapshot));
    }
}
