// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.model.statistics.RelationSize;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A snapshot of the same database when tables have grown: rows, pages and entries are so many times as many.
///
/// A share of the rows that are different stays the same share, so keys stay unique. A count of different
/// values stays a count, for there are no more states or countries, unless the column refers to a table that
/// grows: then it grows with what it refers to, up to a value for each row. What values there are, and how
/// common the most common ones are, stays.
final class Growth {

    /// Blocks are numbered with 32 bits, and the last number means none.
    private static final double MOST_PAGES = 4_294_967_294.0;

    private final Snapshot snapshot;
    private final Map<Long, Double> factors = new HashMap<>();
    private final Map<Long, Map<String, Double>> references = new HashMap<>();
    private final Map<Long, Long> rows = new HashMap<>();

    /// @param factors how many times as large each table becomes, by OID
    Growth(Snapshot snapshot, Map<Long, Double> factors) {
        this.snapshot = snapshot;
        this.factors.putAll(factors);
        snapshot.all(Table.class).forEach(table -> rows.put(table.oid(), table.rows()));
        if (snapshot.observed().contains(ForeignKey.class)) {
            for (ForeignKey key : snapshot.all(ForeignKey.class)) {
                if (key.columns().size() == 1 && factors.containsKey(key.referenced())) {
                    references
                            .computeIfAbsent(key.relation(), relation -> new HashMap<>())
                            .put(key.columns().getFirst(), factors.get(key.referenced()));
                }
            }
        }
        for (Table table : snapshot.all(Table.class)) {
            if (table.toast() != null && factors.containsKey(table.oid())) {
                this.factors.put(table.toast(), factors.get(table.oid()));
            }
        }
        if (snapshot.observed().contains(Index.class)) {
            for (Index index : snapshot.all(Index.class)) {
                if (factors.containsKey(index.relation())) {
                    this.factors.put(index.oid(), factors.get(index.relation()));
                }
            }
        }
    }

    Snapshot grown() {
        Map<Class<? extends Fact>, List<? extends Fact>> grown = new HashMap<>();
        change(grown, Table.class, this::table);
        change(grown, Index.class, this::index);
        change(
                grown,
                RelationSize.class,
                size -> new RelationSize(size.oid(), pages(size), times(size.bytes(), size.oid())));
        change(grown, ColumnStatistics.class, this::column);
        change(grown, IndexMetapage.class, this::metapage);
        return snapshot.with(grown);
    }

    /// Whether something of this table becomes otherwise.
    boolean concerns(long table) {
        return factors.containsKey(table) || references.containsKey(table);
    }

    private <F extends Fact> void change(
            Map<Class<? extends Fact>, List<? extends Fact>> grown, Class<F> kind, UnaryOperator<F> change) {
        if (snapshot.observed().contains(kind)) {
            grown.put(kind, snapshot.all(kind).stream().map(change).toList());
        }
    }

    private double factor(long relation) {
        return factors.getOrDefault(relation, 1.0);
    }

    /// What is not known (-1) stays so.
    private long times(long number, long relation) {
        return number <= 0 ? number : Math.max(1, Math.round(number * factor(relation)));
    }

    /// @throws TickbirdException if a table becomes larger than tables can be
    private long pages(RelationSize size) {
        if (size.pages() * factor(size.oid()) > MOST_PAGES) {
            String name = snapshot.all(Table.class).stream()
                    .filter(table -> table.oid() == size.oid())
                    .map(table -> "table \"" + table.qualifiedName() + "\"")
                    .findFirst()
                    .orElse("an index or a TOAST table");
            throw TickbirdException.usage(
                    name + " cannot grow by the factor "
                            + BigDecimal.valueOf(factor(size.oid())).toPlainString()
                            + ": it would have more than 32 TB, which is all that PostgreSQL takes",
                    null);
        }
        return times(size.pages(), size.oid());
    }

    private Table table(Table table) {
        return new Table(
                table.oid(),
                table.schema(),
                table.name(),
                table.kind(),
                table.persistence(),
                table.owner(),
                table.parent(),
                table.partition(),
                table.rowSecurity(),
                table.forcedRowSecurity(),
                table.replicaIdentity(),
                times(table.rows(), table.oid()),
                times(table.pages(), table.oid()),
                times(table.allVisiblePages(), table.oid()),
                table.frozenAge(),
                table.multixactAge(),
                table.toast(),
                table.accessMethod(),
                table.tablespace(),
                table.options(),
                table.toastOptions(),
                table.lastColumn(),
                table.ofType(),
                table.readable(),
                table.extension());
    }

    private Index index(Index index) {
        return new Index(
                index.oid(),
                index.schema(),
                index.name(),
                index.relation(),
                index.parent(),
                index.method(),
                index.columns(),
                index.included(),
                index.operatorClasses(),
                index.collations(),
                index.descending(),
                index.nullsFirst(),
                index.expressions(),
                index.predicate(),
                index.unique(),
                index.nullsNotDistinct(),
                index.primary(),
                index.exclusion(),
                index.immediate(),
                index.constraint(),
                index.clustered(),
                index.valid(),
                index.ready(),
                index.live(),
                index.replicaIdentity(),
                index.partitioned(),
                times(index.rows(), index.oid()),
                times(index.pages(), index.oid()),
                index.tablespace(),
                index.options(),
                index.definition());
    }

    private ColumnStatistics column(ColumnStatistics column) {
        double grown = references.getOrDefault(column.relation(), Map.of()).getOrDefault(column.column(), 1.0);
        double most = (double) times(rows.getOrDefault(column.relation(), Long.MAX_VALUE), column.relation());
        double distinct = column.distinct() <= 0
                ? column.distinct()
                : Math.min(Math.max(most, column.distinct()), column.distinct() * grown);
        return new ColumnStatistics(
                column.relation(),
                column.column(),
                column.inherited(),
                column.nullFraction(),
                column.averageWidth(),
                distinct,
                column.mostCommonValues(),
                column.mostCommonFrequencies(),
                column.histogramBounds(),
                column.correlation(),
                column.mostCommonElements(),
                column.mostCommonElementFrequencies(),
                column.elementCountHistogram(),
                column.rangeLengthHistogram(),
                column.rangeEmptyFraction(),
                column.rangeBoundsHistogram());
    }

    /// How high the tree becomes is left to the estimate from pages and widths. GIN's entries are counted as different
    /// values are: they stay.
    private IndexMetapage metapage(IndexMetapage page) {
        if (factor(page.index()) == 1.0) {
            return page;
        }
        return new IndexMetapage(
                page.index(),
                page.relation(),
                null,
                null,
                page.pendingPages(),
                times(page.totalPages(), page),
                times(page.entryPages(), page),
                times(page.dataPages(), page),
                page.entries(),
                page.pagesPerRange(),
                null);
    }

    private @Nullable Long times(@Nullable Long number, IndexMetapage page) {
        return number == null ? null : times(number, page.index());
    }
}
