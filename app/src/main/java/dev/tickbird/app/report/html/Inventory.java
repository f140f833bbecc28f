// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.html.SortableTable.Cell;
import dev.tickbird.app.report.html.SortableTable.Column;
import dev.tickbird.app.report.html.figures.IndexFigures;
import dev.tickbird.app.report.html.figures.Leaders;
import dev.tickbird.app.report.html.figures.TableFigures;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.model.statistics.TableStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What there is: tables and indexes with their figures, to be sorted by the reader. Of very many, those that lead in
/// one of the figures.
final class Inventory {

    private static final int LEADERS = 100;
    private static final String UNKNOWN = "\u2013";

    private Inventory() {}

    static void tables(Snapshot snapshot, List<TableFigures> tables, List<Finding> findings, Html html) {
        start("tables", "Tables", html);
        if (snapshot.observed().contains(Table.class)) {
            Map<String, Long> counts = findings(snapshot, findings);
            List<TableFigures> shown = Leaders.of(
                    tables,
                    LEADERS,
                    List.of(
                            TableFigures::total,
                            TableFigures::rows,
                            TableFigures::dead,
                            TableFigures::sequentialScans,
                            TableFigures::indexScans,
                            it -> counts.get(name(it))));
            extent(shown.size(), tables.size(), "table", "size, rows, dead rows, scans or findings", html);
            missing(snapshot, RelationSize.class, "Sizes", html);
            missing(snapshot, TableStatistics.class, "Dead rows and scans", html);
            new SortableTable(
                            "Tables by size",
                            tableColumns(),
                            shown.stream().map(it -> row(it, counts)).toList(),
                            1)
                    .write(html);
        } else {
            html.leaf("p", "Tables were not observed.", "class", "empty");
        }
        html.end();
    }

    /// How many findings each table has, those about its indexes too.
    private static Map<String, Long> findings(Snapshot snapshot, List<Finding> findings) {
        Map<String, String> tables = IndexFigures.of(snapshot).stream()
                .collect(Collectors.toMap(
                        it -> it.index().qualifiedName().toString(), IndexFigures::table, (one, other) -> one));
        return findings.stream()
                .map(Finding::subject)
                .filter(subject ->
                        subject.kind().equals("table") || subject.kind().equals("index"))
                .map(subject -> subject.kind().equals("table")
                        ? subject.name()
                        : tables.getOrDefault(subject.name(), subject.name()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    static void indexes(Snapshot snapshot, List<IndexFigures> indexes, Html html) {
        start("indexes", "Indexes", html);
        if (snapshot.observed().contains(Index.class)) {
            Function<IndexFigures, @Nullable Long> leastUsed = it -> it.scans() == null ? null : -it.scans();
            List<IndexFigures> shown =
                    Leaders.of(indexes, LEADERS, List.of(IndexFigures::bytes, IndexFigures::scans, leastUsed));
            extent(shown.size(), indexes.size(), "index", "size, scans or the lack of them", html);
            missing(snapshot, RelationSize.class, "Sizes", html);
            missing(snapshot, IndexStatistics.class, "Scans", html);
            new SortableTable(
                            "Indexes by size",
                            indexColumns(),
                            shown.stream().map(Inventory::row).toList(),
                            2)
                    .write(html);
        } else {
            html.leaf("p", "Indexes were not observed.", "class", "empty");
        }
        html.end();
    }

    private static void start(String anchor, String heading, Html html) {
        html.start("section", "id", anchor, "aria-labelledby", anchor + "-heading");
        html.leaf("h2", heading, "id", anchor + "-heading");
    }

    private static void extent(int shown, int all, String noun, String by, Html html) {
        html.leaf(
                "p",
                shown == all
                        ? "The database has " + Words.count(all, noun) + "."
                        : "Shown are the " + Words.count(shown) + " of " + Words.count(all, noun) + " that lead in "
                                + by + ".");
    }

    private static void missing(Snapshot snapshot, Class<? extends Fact> fact, String what, Html html) {
        if (!snapshot.observed().contains(fact)) {
            html.leaf("p", what + " were not observed.", "class", "empty");
        }
    }

    private static List<Column> tableColumns() {
        return List.of(
                new Column("table", false),
                new Column("total", true),
                new Column("own files", true),
                new Column("indexes", true),
                new Column("TOAST", true),
                new Column("rows", true),
                new Column("dead rows", true),
                new Column("seq. scans", true),
                new Column("index scans", true),
                new Column("findings", true));
    }

    private static List<Cell> row(TableFigures each, Map<String, Long> counts) {
        return List.of(
                Cell.text(name(each)),
                size(each.total()),
                size(each.heap()),
                size(each.indexes()),
                size(each.toast()),
                count(each.rows()),
                count(each.dead()),
                count(each.sequentialScans()),
                count(each.indexScans()),
                counts.containsKey(name(each)) ? count(counts.get(name(each))) : Cell.text(""));
    }

    private static List<Column> indexColumns() {
        return List.of(
                new Column("index", false),
                new Column("table", false),
                new Column("size", true),
                new Column("scans", true),
                new Column("method", false),
                new Column("purpose", false));
    }

    private static List<Cell> row(IndexFigures each) {
        return List.of(
                Cell.text(each.index().qualifiedName().toString()),
                Cell.text(each.table()),
                size(each.bytes()),
                count(each.scans()),
                Cell.text(each.index().method()),
                Cell.text(each.purpose()));
    }

    private static String name(TableFigures each) {
        return each.table().qualifiedName().toString();
    }

    private static Cell size(@Nullable Long bytes) {
        return bytes == null ? Cell.text(UNKNOWN) : Cell.number(Words.bytes(bytes), bytes);
    }

    private static Cell count(@Nullable Long number) {
        return number == null ? Cell.text(UNKNOWN) : Cell.number(Words.count(number), number);
    }
}
