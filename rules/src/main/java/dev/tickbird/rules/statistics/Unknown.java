// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import dev.tickbird.model.Parts;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.model.statistics.TableStatistics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the planner does not know of a table and could, as far as the role is shown what it knows.
///
/// @param rows as many as the planner thinks there are, or the counters where it does not know
/// @param what such as `any column` or `index "public.x"`; empty if nothing is missing, or autovacuum will see to it
/// @param whole whether nothing at all is known
/// @param why nothing has changed that, and will
record Unknown(Table table, long rows, List<String> what, boolean whole, String why) {

    static Unknown of(Table table, Snapshot snapshot) {
        return switch (table.kind()) {
            case FOREIGN -> nothing(table);
            case PARTITIONED -> ofPartitioned(table, snapshot);
            case ORDINARY, MATERIALIZED_VIEW -> ofOneWithRows(table, snapshot);
        };
    }

    private static Unknown nothing(Table table) {
        return new Unknown(table, 0, List.of(), false, "");
    }

    /// What is known of a partitioned table is gathered over all its partitions, by a person.
    private static Unknown ofPartitioned(Table table, Snapshot snapshot) {
        List<Table> leaves = leaves(table, Relations.of(snapshot));
        boolean known = Relations.of(snapshot).of(table, ColumnStatistics.class).stream()
                .anyMatch(ColumnStatistics::inherited);
        if (known || leaves.size() < 2 || table.partition() || !isShown(table, snapshot)) {
            return nothing(table);
        }
        long rows = leaves.stream().mapToLong(leaf -> rows(leaf, snapshot)).sum();
        return new Unknown(
                table,
                rows,
                List.of("its columns over all " + leaves.size() + " partitions"),
                false,
                "Autovacuum analyzes partitions, but never the table that they belong to.");
    }

    private static Unknown ofOneWithRows(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        List<TableStatistics> counted = relations.of(table, TableStatistics.class);
        boolean due = counted.stream().anyMatch(it -> Autoanalyze.of(snapshot).isDue(table, it));
        if (due || table.persistence() == Table.Persistence.TEMPORARY || !isShown(table, snapshot)) {
            return nothing(table);
        }
        Set<String> known = relations.of(table, ColumnStatistics.class).stream()
                .map(ColumnStatistics::column)
                .collect(Collectors.toSet());
        List<String> what = known.isEmpty() ? List.of("any column") : missing(table, known, snapshot);
        String why = !Autoanalyze.of(snapshot).comes(table)
                ? "Autovacuum is switched off."
                : "Autovacuum comes when "
                        + Words.count(Autoanalyze.of(snapshot).changesNeeded(table), "row")
                        + " have changed.";
        return new Unknown(table, rows(table, snapshot), what, known.isEmpty(), why);
    }

    /// Columns that an index leads with, expressions of indexes, and statistics objects, of a table that was analyzed.
    private static List<String> missing(Table table, Set<String> known, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Set<String> spared = new HashSet<>();
        Set<String> untold = new HashSet<>();
        for (Column column : relations.of(table, Column.class)) {
            if (column.generated().equals("virtual") || Objects.equals(column.statisticsTarget(), 0)) {
                spared.add(column.name());
            } else if (!known.contains(column.name())) {
                untold.add(column.name());
            }
        }
        List<String> what = new ArrayList<>();
        for (Index index : relations.of(table, Index.class)) {
            String leading = index.columns().getFirst();
            if (untold.remove(leading)) {
                what.add("column \"" + leading + "\"");
            }
            boolean told = index.expressions() == null
                    || !Parts.of(snapshot)
                            .of(index.oid(), ColumnStatistics.class)
                            .isEmpty();
            if (!told && index.live() && seesAll(snapshot)) {
                what.add("the expression of index \"" + index.qualifiedName() + "\"");
            }
        }
        objects(table, spared, snapshot).forEach(what::add);
        return what;
    }

    /// Statistics objects for which nothing was gathered yet, and could be.
    private static Stream<String> objects(Table table, Set<String> spared, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        Set<String> gathered = relations.of(table, ExtendedStatisticsData.class).stream()
                .filter(data -> data.distinct() != null || data.dependencies() != null)
                .map(data -> data.schema() + '.' + data.name())
                .collect(Collectors.toSet());
        return relations.of(table, ExtendedStatistics.class).stream()
                .filter(object -> seesAll(snapshot) && !Objects.equals(object.target(), 0))
                .filter(object -> object.columns().stream().noneMatch(spared::contains))
                .filter(object ->
                        object.kinds().contains("ndistinct") || object.kinds().contains("dependencies"))
                .filter(object -> !gathered.contains(object.schema() + '.' + object.name()))
                .map(object -> "what statistics \"" + object.qualifiedName() + "\" are for");
    }

    /// The server shows nobody what it knows of columns that he may not read, and of rows that policies hide from him.
    private static boolean isShown(Table table, Snapshot snapshot) {
        return seesAll(snapshot) || table.readable() && !table.rowSecurity();
    }

    private static boolean seesAll(Snapshot snapshot) {
        return snapshot.the(Server.class).superuser();
    }

    private static List<Table> leaves(Table table, Relations relations) {
        return table.kind() == Table.Kind.PARTITIONED
                ? relations.children(table).stream()
                        .flatMap(child -> leaves(child, relations).stream())
                        .toList()
                : List.of(table);
    }

    private static long rows(Table table, Snapshot snapshot) {
        return table.rows() > 0
                ? table.rows()
                : Relations.of(snapshot).of(table, TableStatistics.class).stream()
                        .mapToLong(Unknown::rows)
                        .sum();
    }

    /// After a crash or an upgrade the server has forgotten how many there are; its scans have met them all the same.
    /// Where it has counted changes, it knows: scans may have met what was emptied since.
    private static long rows(TableStatistics counted) {
        boolean forgotten = counted.inserted() + counted.updated() + counted.deleted() == 0;
        return forgotten && counted.sequentialScans() > 0
                ? Math.max(counted.liveRows(), counted.sequentialRows() / counted.sequentialScans())
                : counted.liveRows();
    }
}
