// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;
import org.jspecify.annotations.Nullable;

/// What an index says about itself on its first page, where the planner reads it: of B-tree, GIN and BRIN indexes.
///
/// @param index the index's OID
/// @param relation its table's OID
/// @param height of a B-tree: how many pages a search passes before it comes to a leaf
/// @param level of a B-tree: how many levels are above its leaves. Where most rows were deleted, each of the upper ones
///     is one page, and a search begins below them
/// @param pendingPages of GIN: pages of its list of pending entries now
/// @param totalPages of GIN, as is what follows: when it was built or last vacuumed
/// @param pagesPerRange of BRIN
/// @param lastRevmapPage of BRIN: the block number of the last page of its map
public record IndexMetapage(
        long index,
        long relation,
        @Nullable Integer height,
        @Nullable Integer level,
        @Nullable Long pendingPages,
        @Nullable Long totalPages,
        @Nullable Long entryPages,
        @Nullable Long dataPages,
        @Nullable Long entries,
        @Nullable Long pagesPerRange,
        @Nullable Long lastRevmapPage)
        implements OfRelation {}
