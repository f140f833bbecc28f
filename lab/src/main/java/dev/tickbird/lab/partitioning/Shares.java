// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.schema.Index;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.ExpressionStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.model.statistics.RelationSize;
import org.jspecify.annotations.Nullable;

/// Statistics and sizes of a table, as they are of the same table divided, or of one of its partitions.
final class Shares {

    private Shares() {}

    static RelationSize size(RelationSize size, long oid, Part part) {
        return new RelationSize(
                oid, Copies.times(size.pages(), part.share()), Copies.times(size.bytes(), part.share()));
    }

    /// Of an index.
    static RelationSize size(RelationSize size, Index index, long oid, Member member) {
        long pages = Copies.times(index, size.pages(), member.part().share());
        return new RelationSize(oid, pages, size.bytes() / Math.max(1, size.pages()) * pages);
    }

    /// How high the tree becomes is left to the estimate from pages and widths.
    static IndexMetapage metapage(IndexMetapage page, long index, Member member) {
        double share = member.part().share();
        return new IndexMetapage(
                index,
                member.oid(),
                null,
                null,
                page.pendingPages(),
                times(page.totalPages(), share),
                times(page.entryPages(), share),
                times(page.dataPages(), share),
                page.entries(),
                page.pagesPerRange(),
                null);
    }

    private static @Nullable Long times(@Nullable Long number, double share) {
        return number == null ? null : (Long) Copies.times(number, share);
    }

    static ColumnStatistics inherited(ColumnStatistics known) {
        return new ColumnStatistics(
                known.relation(),
                known.column(),
                true,
                known.nullFraction(),
                known.averageWidth(),
                known.distinct(),
                known.mostCommonValues(),
                known.mostCommonFrequencies(),
                known.histogramBounds(),
                known.correlation(),
                known.mostCommonElements(),
                known.mostCommonElementFrequencies(),
                known.elementCountHistogram(),
                known.rangeLengthHistogram(),
                known.rangeEmptyFraction(),
                known.rangeBoundsHistogram());
    }

    static ExpressionStatistics inherited(ExpressionStatistics known) {
        return new ExpressionStatistics(
                known.relation(),
                known.schema(),
                known.name(),
                known.expression(),
                true,
                known.nullFraction(),
                known.averageWidth(),
                known.distinct(),
                known.mostCommonValues(),
                known.mostCommonFrequencies(),
                known.histogramBounds(),
                known.correlation(),
                known.mostCommonElements(),
                known.mostCommonElementFrequencies(),
                known.elementCountHistogram());
    }

    static ExtendedStatisticsData inherited(ExtendedStatisticsData known) {
        return new ExtendedStatisticsData(
                known.relation(),
                known.schema(),
                known.name(),
                true,
                known.columns(),
                known.distinct(),
                known.dependencies(),
                known.dependencyBytes(),
                known.mostCommonValues(),
                known.mostCommonNulls(),
                known.mostCommonFrequencies(),
                known.mostCommonBaseFrequencies());
    }
}
