// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Lock;
import dev.tickbird.model.activity.PreparedTransaction;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Set;
import java.util.stream.Stream;

/// A partial index that leaves out the nulls of a column that holds none: it leaves out nothing, and is still no use to
/// a query that does not ask for the column.
public record NeedlessPredicate() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, Index.class)
                .also(Session.class, Lock.class, PreparedTransaction.class); // see OpenTransactions
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("duplicate-index", "redundant-index", "unused-index");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Index.class).stream()
                .filter(index -> index.isPartial() && ReplacedIndex.mayBe(index))
                .flatMap(index -> relations.of(relations.tableOf(index), Column.class).stream()
                        .filter(column -> column.notNull()
                                && Predicates.isNotNull(column.name()).equals(index.predicate()))
                        .map(column -> finding(index, column, snapshot)));
    }

    private Finding finding(Index index, Column column, Snapshot snapshot) {
        Table table = Relations.of(snapshot).tableOf(index);
        return finding(
                Severity.NOTE,
                Subject.index(index.qualifiedName()),
                "partial index \"" + index.qualifiedName() + "\" leaves nothing out",
                "Its condition is " + index.predicate() + ", and column \"" + column.name() + "\" of "
                        + table.qualifiedName() + " cannot be null.",
                Evidence.of("column", column.name()),
                "It takes as much room as without the condition, but queries that only sort or count cannot use it"
                        + (index.unique()
                                ? ", \"on conflict\" does not find it, and no foreign key can rest on it."
                                : "."),
                ReplacedIndex.with(index, Sql.format(""), snapshot));
    }
}
