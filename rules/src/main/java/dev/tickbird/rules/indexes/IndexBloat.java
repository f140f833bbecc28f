// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Bytes;
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
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A B-tree index whose file is much larger than its entries: searches and memory carry half-empty pages.
///
/// @param minWaste less is not worth the work
/// @param minShare the share of the file that must be waste; both must hold. Of an index that is written at random, a
/// third is free at any time
/// @param muchWaste from here on it costs today
public record IndexBloat(Bytes minWaste, double minShare, Bytes muchWaste) implements Rule {

    public IndexBloat() {
        this(Bytes.parse("100 MB"), 0.6, Bytes.parse("10 GB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, Index.class, ColumnStatistics.class)
                .also(Session.class, Lock.class, PreparedTransaction.class); // see OpenTransactions
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("duplicate-index", "invalid-index", "redundant-index", "unused-index");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        int blockSize = snapshot.the(Server.class).blockSize();
        return snapshot.all(Index.class).stream()
                .filter(index -> index.method().equals("btree") && !index.partitioned())
                .filter(index -> index.valid() && index.rows() >= 0)
                .filter(index -> index.pages() * blockSize >= minWaste.number())
                .flatMap(index -> examined(index, snapshot));
    }

    private Stream<Finding> examined(Index index, Snapshot snapshot) {
        Table table = Relations.of(snapshot).tableOf(index);
        int blockSize = snapshot.the(Server.class).blockSize();
        return PackedEntries.pages(index, table, snapshot).stream()
                .map(pages -> (index.pages() - pages) * blockSize)
                .filter(waste -> waste >= minWaste.number() && waste >= minShare * index.pages() * blockSize)
                .map(waste -> finding(index, table, waste, snapshot));
    }

    private Finding finding(Index index, Table table, long waste, Snapshot snapshot) {
        long size = index.pages() * snapshot.the(Server.class).blockSize();
        double share = (double) waste / size;
        return finding(
                waste >= muchWaste.number() ? Severity.WARNING : Severity.ADVICE,
                Subject.index(index.qualifiedName()),
                "index \"" + index.qualifiedName() + "\" is bloated: " + Words.percent(share) + " of it is not in use",
                "It takes " + Words.bytes(size) + ", while its " + Words.count(index.rows(), "entry") + " on "
                        + table.qualifiedName() + " would fit in at most " + Words.bytes(size - waste)
                        + ", estimated from the statistics.",
                Evidence.of("wastedBytes", waste)
                        .and("bytes", size)
                        .and("wastedShare", Math.round(share * 100) / 100.0),
                "Each page that is read brings few entries: memory holds less of the index, scans of ranges read more"
                        + " pages, and backups and standbys carry it along.",
                remedy(index, snapshot));
    }

    private static Remedy remedy(Index index, Snapshot snapshot) {
        RebuiltIndex rebuilt = RebuiltIndex.of(List.of(index), snapshot);
        return Remedy.Statement.harmless(
                rebuilt.steps(),
                rebuilt.impact(),
                Sql.format("select pg_size_pretty(pg_relation_size(%L))", index.qualifiedName()));
    }
}
