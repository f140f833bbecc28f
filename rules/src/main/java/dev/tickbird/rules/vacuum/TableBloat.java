// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table whose file is much larger than its rows: scans read empty pages, and memory and backups hold them.
///
/// The size of the rows is estimated from the planner's statistics, which describe what lies in the table itself; what
/// was moved out to the TOAST table does not count.
///
/// @param minWaste less is not worth the work
/// @param minShare the share of the file that must be waste; both must hold
/// @param muchWaste from here on it costs today
public record TableBloat(Bytes minWaste, double minShare, Bytes muchWaste) implements Rule {

    public TableBloat() {
        this(Bytes.parse("100 MB"), 0.5, Bytes.parse("10 GB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, ColumnStatistics.class, TableStatistics.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Table.class).stream()
                .filter(table -> "heap".equals(table.accessMethod()) && table.rows() >= 0)
                .map(table -> examined(table, snapshot))
                .filter(Objects::nonNull);
    }

    private @Nullable Finding examined(Table table, Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        int blockSize = snapshot.the(Server.class).blockSize();
        @Nullable
        PackedRows rows = PackedRows.of(
                table, relations.of(table, Column.class), relations.of(table, ColumnStatistics.class), blockSize);
        if (rows == null) {
            return null;
        }
        long waste = (table.pages() - rows.pages()) * blockSize;
        boolean worthwhile = waste >= minWaste.number() && waste >= minShare * table.pages() * blockSize;
        return worthwhile && waste > 0 ? finding(table, rows, waste, snapshot) : null;
    }

    private Finding finding(Table table, PackedRows rows, long waste, Snapshot snapshot) {
        QualifiedName name = table.qualifiedName();
        long size = table.pages() * snapshot.the(Server.class).blockSize();
        long dead = Relations.of(snapshot).of(table, TableStatistics.class).stream()
                .mapToLong(TableStatistics::deadRows)
                .sum();
        boolean unvacuumed = dead * rows.rowBytes() >= waste / 2.0;
        double share = (double) waste / size;
        String kind = table.kind() == Table.Kind.MATERIALIZED_VIEW ? "materialized view" : "table";
        String packed =
                table.option("fillfactor").map(it -> " at fillfactor " + it).orElse("");
        return finding(
                waste >= muchWaste.number() ? Severity.WARNING : Severity.ADVICE,
                new Subject(kind, name.toString()),
                kind + " \"" + name + "\" is bloated: " + Words.percent(share) + " of it is not in use",
                "It takes " + Words.bytes(size) + ", while its " + Words.count(table.rows(), "row") + packed
                        + " would fit in about " + Words.bytes(size - waste) + ", estimated from the statistics. "
                        + (unvacuumed
                                ? "Most of the rest is " + Words.count(dead, "dead row")
                                        + " that no vacuum has removed."
                                : "The rest is free room that new rows may take, but that no vacuum gives back."),
                Evidence.of("wastedBytes", waste)
                        .and("bytes", size)
                        .and("wastedShare", Math.round(share * 100) / 100.0)
                        .and("deadRows", dead),
                "Each sequential scan reads " + Words.bytes(waste)
                        + " for nothing; memory, backups and standbys carry them along.",
                remedy(table, size - waste, unvacuumed));
    }

    private static Remedy remedy(Table table, long needed, boolean unvacuumed) {
        QualifiedName name = table.qualifiedName();
        boolean view = table.kind() == Table.Kind.MATERIALIZED_VIEW;
        Sql vacuum =
                unvacuumed ? Sql.format("vacuum (analyze) %I", name) : Sql.format("vacuum (full, analyze) %I", name);
        Sql rewrite =
                view ? Sql.format("refresh materialized view %I", name) : Sql.format("vacuum (full, analyze) %I", name);
        String full =
                "In a maintenance window, run \"" + rewrite + "\": it locks out reads and writes until it is done,"
                        + " and needs about " + Words.bytes(needed) + " of free disk, and more for its indexes.";
        String repack = "To shrink it while it is in use, let pg_repack rewrite it: it needs the extension, a primary"
                + " key or a unique index without nulls, and as much disk.";
        String first = unvacuumed
                ? "Run \"" + vacuum + "\" first, and see that autovacuum comes often enough: the dead rows then become"
                        + " room for new ones. The file stays as long as it is."
                : "If as many rows will come again, leave it: they will take the free room.";
        List<String> options = view ? List.of(full) : List.of(first, repack, full);
        return new Remedy.Advice(options, Sql.format("select pg_size_pretty(pg_relation_size(%L))", name));
    }
}
