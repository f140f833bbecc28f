// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;
import org.jspecify.annotations.Nullable;

/// Blocks of a table, its indexes and its TOAST table that were read and that were found in shared buffers.
///
/// @param relation the table's OID
/// @param indexRead null if it has no index
/// @param toastRead null if it has no TOAST table
public record TableIo(
        long relation,
        long heapRead,
        long heapHit,
        @Nullable Long indexRead,
        @Nullable Long indexHit,
        @Nullable Long toastRead,
        @Nullable Long toastHit,
        @Nullable Long toastIndexRead,
        @Nullable Long toastIndexHit)
        implements OfRelation {}
