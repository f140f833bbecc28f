// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How often an index was used since the statistics were last reset.
///
/// @param index the index's OID
/// @param relation its table's OID
/// @param lastScan known from PostgreSQL 16 on
public record IndexStatistics(
        long index,
        long relation,
        long scans,
        long entriesRead,
        long rowsFetched,
        @Nullable Instant lastScan) implements OfRelation {}
