// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;
import org.jspecify.annotations.Nullable;

/// What the planner knows about an expression of a statistics object, from
/// `pg_stats_ext_exprs`; see `ColumnStatistics`.
///
/// @param relation the OID of the table
/// @param schema of the statistics object, as is `name`
/// @param inherited whether the rows of its partitions and children are counted in; always false before PostgreSQL 15
public record ExpressionStatistics(
        long relation,
        String schema,
        String name,
        String expression,
        boolean inherited,
        @Nullable Double nullFraction,
        @Nullable Integer averageWidth,
        @Nullable Double distinct,
        @Nullable String mostCommonValues,
        @Nullable String mostCommonFrequencies,
        @Nullable String histogramBounds,
        @Nullable Double correlation,
        @Nullable String mostCommonElements,
        @Nullable String mostCommonElementFrequencies,
        @Nullable String elementCountHistogram)
        implements OfRelation {}
