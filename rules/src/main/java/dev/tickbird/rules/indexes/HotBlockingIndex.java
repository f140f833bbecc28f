// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.Statement;
import dev.tickbird.model.statistics.StatementText;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An index that is hardly read, on a column that is updated all the time: because of it no update of the table is HOT,
/// so that each one writes to every index of the table.
///
/// @param minUpdates of a table, else it does not matter
/// @param minBlocked the share of the updates that an index has kept from being HOT
/// @param maxScans scans of the index per update; who reads it more often needs it
/// @param minAge younger counters prove nothing
public record HotBlockingIndex(long minUpdates, double minBlocked, double maxScans, Duration minAge) implements Rule {

    public HotBlockingIndex() {
        this(100_000, 0.5, 0.001, Duration.ofDays(7));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Index.class, ForeignKey.class, IndexStatistics.class, TableStatistics.class)
                .also(Statement.class, StatementText.class)
                .statisticsOlderThan(minAge);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("duplicate-index", "redundant-index", "unused-index");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(TableStatistics.class).stream()
                .filter(counted -> counted.updated() >= minUpdates)
                .filter(counted -> blocked(counted) >= minBlocked * counted.updated())
                .flatMap(counted -> relations.table(counted.relation()).stream()
                        .flatMap(table -> findings(table, counted, snapshot)));
    }

    /// Updates that found room in their page, and still were not HOT: only an index can be why. Before PostgreSQL 16 it
    /// is not counted how many found no room, so that only a table tells where hardly any update is HOT.
    private static double blocked(TableStatistics counted) {
        long plain = counted.updated() - counted.hotUpdated();
        if (counted.newPageUpdated() != null) {
            return plain - counted.newPageUpdated();
        }
        return counted.hotUpdated() <= 0.02 * counted.updated() ? plain : 0;
    }

    /// One for each index on an updated column, if none of them is needed: while one is left, nothing is won.
    private Stream<Finding> findings(Table table, TableStatistics counted, Snapshot snapshot) {
        List<Index> blocking = blocking(table, snapshot);
        boolean helps = blocking.stream().allMatch(index -> isHardlyRead(index, counted, snapshot));
        return helps ? blocking.stream().map(index -> finding(index, blocking, table, counted, snapshot)) : Stream.of();
    }

    private boolean isHardlyRead(Index index, TableStatistics counted, Snapshot snapshot) {
        return Droppable.is(index, Relations.of(snapshot))
                && index.isDescribed()
                && IndexTrees.of(snapshot).scans(index) <= maxScans * counted.updated();
    }

    /// The indexes on columns that updates are known to set. Where none is known, it is only sure if there is one index
    /// beside those that enforce something, for what identifies a row is hardly ever updated.
    private static List<Index> blocking(Table table, Snapshot snapshot) {
        boolean summaries = snapshot.the(Server.class).major() >= 16; // from then on, BRIN is in no update's way
        List<Index> indexes = Relations.of(snapshot).of(table, Index.class).stream()
                .filter(index -> index.live() && !(summaries && index.method().equals("brin")))
                .toList();
        Set<String> updated = UpdatedColumns.of(snapshot).of(table);
        if (updated.isEmpty()) {
            List<Index> plain =
                    indexes.stream().filter(index -> !index.enforces()).toList();
            return plain.size() == 1 ? plain : List.of();
        }
        return indexes.stream()
                .filter(index -> updated.stream().anyMatch(column -> holds(index, column)))
                .toList();
    }

    /// As a key, carried along, or within an expression or the condition.
    private static boolean holds(Index index, String column) {
        String words = index.expressions() + " " + index.predicate();
        return index.columns().contains(column)
                || index.included().contains(column)
                || List.of(words.split("[^\\w$]+")).contains(column);
    }

    private Finding finding(
            Index index, List<Index> blocking, Table table, TableStatistics counted, Snapshot snapshot) {
        long scans = IndexTrees.of(snapshot).scans(index);
        long indexes = Relations.of(snapshot).of(table, Index.class).size();
        String others = blocking.size() == 1
                ? ""
                : " So do the others on such columns: "
                        + String.join(
                                ", ",
                                blocking.stream()
                                        .filter(other -> other.oid() != index.oid())
                                        .map(other -> other.qualifiedName().toString())
                                        .toList())
                        + ".";
        return finding(
                Severity.ADVICE,
                Subject.index(index.qualifiedName()),
                "index \"" + index.qualifiedName() + "\" keeps updates from being HOT",
                "Of " + Words.count(counted.updated(), "update") + " of " + table.qualifiedName() + ", "
                        + Words.percent((double) counted.hotUpdated() / counted.updated())
                        + " were HOT; the index holds what they change, and was scanned "
                        + Words.count(scans, "time") + " meanwhile." + others,
                Evidence.of("updates", counted.updated())
                        .and("hotUpdates", counted.hotUpdated())
                        .and("scans", scans),
                "Each such update writes to " + (indexes == 1 ? "the index" : "all " + indexes + " indexes")
                        + " of the table, and leaves behind what only vacuum can clear away.",
                remedy(index, table, snapshot));
    }

    private static Remedy remedy(Index index, Table table, Snapshot snapshot) {
        List<String> options = new ArrayList<>();
        options.add("If the queries that use it can do without, run \"" + DroppedIndex.statement(index)
                + "\", and keep its definition: " + index.definition() + ".");
        if (snapshot.the(Server.class).major() >= 16 && index.method().equals("btree")) {
            options.add(
                    "If it serves ranges of values that lie in the table in order, as times do, an index with \"using"
                            + " brin\" does the same and is in no update's way.");
        }
        options.add("Otherwise move the column that changes all the time into a table of its own, with the same key.");
        return new Remedy.Advice(
                options,
                Sql.format(
                        "select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables where relid = %L::regclass",
                        table.qualifiedName()));
    }
}
