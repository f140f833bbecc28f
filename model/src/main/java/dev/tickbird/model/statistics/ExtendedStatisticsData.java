// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the planner knows about several columns together, from `pg_stats_ext`. Text is as PostgreSQL writes it, so that
/// it can be put back into a server unchanged. Expressions are in `ExtendedStatistics`.
///
/// @param relation the OID of the table
/// @param schema of the statistics object, as is `name`
/// @param inherited whether the rows of its partitions and children are counted in; always false before PostgreSQL 15
/// @param distinct how many combinations of columns there are; null if that is not kept
/// @param dependencies how far one column decides another; null if that is not kept
/// @param dependencyBytes the same in PostgreSQL's own form, in hexadecimal, for the text is rounded
/// @param mostCommonValues the combinations, with those that are null in `mostCommonNulls`
public record ExtendedStatisticsData(
        long relation,
        String schema,
        String name,
        boolean inherited,
        List<String> columns,
        @Nullable String distinct,
        @Nullable String dependencies,
        @Nullable String dependencyBytes,
        @Nullable String mostCommonValues,
        @Nullable String mostCommonNulls,
        @Nullable String mostCommonFrequencies,
        @Nullable String mostCommonBaseFrequencies)
        implements OfRelation {

    public ExtendedStatisticsData {
        columns = List.copyOf(columns);
    }
}
