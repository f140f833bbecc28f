// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Set;
import java.util.stream.Stream;

/// An index on a column that is nearly always null: most of its entries are of no use, for a search for what most rows
/// have does not go through an index.
///
/// @param minShare of the rows in which the column must be null
/// @param minWaste what the entries of nulls take at least
public record MostlyNullIndex(double minShare, Bytes minWaste) implements Rule {

    public MostlyNullIndex() {
        this(0.9, Bytes.parse("100 MB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Index.class, ColumnStatistics.class)
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
                .filter(index -> index.pages() * blockSize >= minWaste.number())
                .filter(index -> ReplacedIndex.mayBe(index) && !index.unique() && !index.isPartial())
                .filter(index ->
                        index.method().equals("btree") && index.columns().size() == 1)
                .flatMap(index -> examined(index, snapshot));
    }

    private Stream<Finding> examined(Index index, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        int blockSize = snapshot.the(Server.class).blockSize();
        return relations.of(relations.tableOf(index), ColumnStatistics.class).stream()
                .filter(known -> known.column().equals(index.columns().getFirst()) && !known.inherited())
                .filter(known -> known.nullFraction() >= minShare)
                .filter(known -> known.nullFraction() * index.pages() * blockSize >= minWaste.number())
                .map(known -> finding(index, known, snapshot));
    }

    private Finding finding(Index index, ColumnStatistics known, Snapshot snapshot) {
        Table table = Relations.of(snapshot).tableOf(index);
        long bytes = index.pages() * snapshot.the(Server.class).blockSize();
        long waste = Math.round(known.nullFraction() * bytes);
        return finding(
                Severity.ADVICE,
                Subject.index(index.qualifiedName()),
                "index \"" + index.qualifiedName() + "\" is on a column that is nearly always null",
                "In " + Words.percent(known.nullFraction()) + " of the rows of " + table.qualifiedName() + " column \""
                        + known.column() + "\" is null; about " + Words.bytes(waste) + " of the "
                        + Words.bytes(bytes) + " that the index takes are for them.",
                Evidence.of("wastedBytes", waste).and("nullShare", Math.round(known.nullFraction() * 100) / 100.0),
                "Rows without a value are written to it all the same, and it takes room in memory and in backups.",
                ReplacedIndex.with(index, Sql.format(" where %I is not null", known.column()), snapshot));
    }
}
