// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.model.statistics.RelationSize;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How long relations are, how many rows they say they have, and what is on the first pages of their indexes.
final class Shapes {

    private static final String INSERT = "insert into pg_temp.shape values (?, ?, ?, ?, ?)";

    private final Snapshot snapshot;
    private final Body body;
    private final RelationFiles files;
    private final Map<Long, Long> blocks = new HashMap<>();
    private final Map<Long, IndexMetapage> metapages = new HashMap<>();
    private final Map<Long, Map<String, Integer>> widths = new HashMap<>();
    private final List<QualifiedName> estimated = new ArrayList<>();

    Shapes(Snapshot snapshot, Body body, RelationFiles files) {
        this.snapshot = snapshot;
        this.body = body;
        this.files = files;
        snapshot.all(RelationSize.class).forEach(size -> blocks.put(size.oid(), size.pages()));
        if (snapshot.observed().contains(IndexMetapage.class)) {
            snapshot.all(IndexMetapage.class).forEach(page -> metapages.put(page.index(), page));
        }
        snapshot.all(ColumnStatistics.class)
                .forEach(column -> widths.computeIfAbsent(column.relation(), relation -> new HashMap<>())
                        .put(column.column(), column.averageWidth()));
    }

    /// The indexes that are without a first page of the source's.
    List<QualifiedName> estimated() {
        return List.copyOf(estimated);
    }

    /// Makes the files of everything and notes in `shape` what `pg_class` is to say.
    ///
    /// @param entries what is at the ends of B-trees, by the OIDs of the source
    void make(Connection connection, Map<Long, List<byte[]>> entries) throws SQLException, IOException {
        Set<Long> probed = new HashSet<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Index index : snapshot.all(Index.class)) {
                Body.@Nullable Part part = body.of(index.oid()).orElse(null);
                if (part != null) {
                    long length = blocks.getOrDefault(index.oid(), index.pages());
                    List<byte[]> ends = length > 1 ? entries.getOrDefault(index.oid(), List.of()) : List.of();
                    if (!ends.isEmpty()) {
                        probed.add(index.relation());
                    }
                    boolean same = part.path().isEmpty() || length <= 1 && files.isServers(part.path());
                    long number = same ? 0 : files.make(part.path(), length, firstPages(index, length, ends), false);
                    add(insert, part, number, index.pages(), index.rows(), 0);
                }
            }
            for (Table table : snapshot.all(Table.class)) {
                make(insert, table, probed.contains(table.oid()));
            }
            insert.executeBatch();
        }
    }

    private void make(PreparedStatement insert, Table table, boolean probed) throws SQLException, IOException {
        Body.@Nullable Part part = body.of(table.oid()).orElse(null);
        if (part == null) {
            return;
        }
        long number = 0;
        long blocksNow = blocks.getOrDefault(table.oid(), table.pages());
        if (!part.path().isEmpty() && (blocksNow > 0 || probed || !files.isServers(part.path()))) {
            number = files.make(part.path(), blocksNow, List.of(), probed);
        }
        add(insert, part, number, table.pages(), table.rows(), table.allVisiblePages());
        @Nullable Long toast = table.toast();
        @Nullable Long length = toast == null ? null : blocks.get(toast);
        Body.@Nullable Part parked = toast == null ? null : body.of(toast).orElse(null);
        if (length != null && parked != null && (length > 0 || !files.isServers(parked.path()))) {
            add(insert, parked, files.make(parked.path(), length, List.of(), false), length, -1, 0);
        }
    }

    private static void add(
            PreparedStatement insert, Body.Part part, long number, long pages, long rows, long allVisible)
            throws SQLException {
        insert.setLong(1, part.oid());
        insert.setLong(2, number);
        insert.setInt(3, (int) pages);
        insert.setFloat(4, (float) rows);
        insert.setInt(5, (int) allVisible);
        insert.addBatch();
    }

    private List<Page> firstPages(Index index, long length, List<byte[]> ends) {
        @Nullable IndexMetapage known = metapages.get(index.oid());
        return switch (index.method()) {
            case "btree" -> FirstPages.btree(height(index, length, known), ends);
            case "gin" -> FirstPages.gin(counters(index, known));
            case "brin" -> brin(index, known);
            case "spgist" -> FirstPages.spgist();
            default -> List.of();
        };
    }

    private List<Page> brin(Index index, @Nullable IndexMetapage known) {
        if (known != null && known.pagesPerRange() != null && known.lastRevmapPage() != null) {
            return FirstPages.brin(known.pagesPerRange(), known.lastRevmapPage());
        }
        estimated.add(index.qualifiedName());
        long range = Long.parseLong(index.option("pages_per_range").orElse("128"));
        long covered = blocks.getOrDefault(index.relation(), 0L);
        return FirstPages.brin(range, IndexSize.lastRevmapPage(covered, range));
    }

    /// The source's own word, unless its file was read before the server had written what it says now: then the root
    /// is too low for so many pages. A search may begin as far below the root as it likes.
    private int height(Index index, long length, @Nullable IndexMetapage known) {
        int width = keyWidth(index);
        if (known == null || known.height() == null) {
            if (length > 2) { // else there is at most a root, whatever the keys
                estimated.add(index.qualifiedName());
            }
            return IndexSize.height(length - 1, width);
        }
        int level = Objects.requireNonNullElse(known.level(), known.height());
        if (IndexSize.holds(level, length - 1)) {
            return known.height();
        }
        estimated.add(index.qualifiedName());
        return IndexSize.grownHeight(length - 1, width);
    }

    private int keyWidth(Index index) {
        Map<String, Integer> ofTable = widths.getOrDefault(index.relation(), Map.of());
        int width = 0;
        for (String column : index.columns()) {
            width += column.isEmpty() ? 0 : ofTable.getOrDefault(column, 8);
        }
        for (int ofExpression : widths.getOrDefault(index.oid(), Map.of()).values()) {
            width += ofExpression;
        }
        return width;
    }

    /// Without counters, the planner guesses from the length of the index.
    private FirstPages.GinCounters counters(Index index, @Nullable IndexMetapage known) {
        if (known == null
                || known.pendingPages() == null
                || known.totalPages() == null
                || known.entryPages() == null
                || known.dataPages() == null
                || known.entries() == null) {
            estimated.add(index.qualifiedName());
            return new FirstPages.GinCounters(0, 0, 0, 0, 0);
        }
        return new FirstPages.GinCounters(
                known.pendingPages(), known.totalPages(), known.entryPages(), known.dataPages(), known.entries());
    }
}
