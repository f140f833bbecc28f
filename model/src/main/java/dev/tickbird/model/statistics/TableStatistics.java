// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the server has counted about a table since the statistics were last reset.
///
/// @param relation the table's OID
/// @param indexScans null if the table has no index
/// @param newPageUpdated updates whose new row version found no room in its page; known from PostgreSQL 16 on
public record TableStatistics(
        long relation,
        long sequentialScans,
        long sequentialRows,
        @Nullable Long indexScans,
        @Nullable Long indexRows,
        long inserted,
        long updated,
        long deleted,
        long hotUpdated,
        @Nullable Long newPageUpdated,
        long liveRows,
        long deadRows,
        long changedSinceAnalyze,
        long insertedSinceVacuum,
        @Nullable Instant lastVacuum,
        @Nullable Instant lastAutovacuum,
        @Nullable Instant lastAnalyze,
        @Nullable Instant lastAutoanalyze,
        long vacuums,
        long autovacuums,
        long analyzes,
        long autoanalyzes)
        implements OfRelation {}
