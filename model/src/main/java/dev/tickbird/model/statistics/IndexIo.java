// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;

/// Blocks of an index that were read and that were found in shared buffers.
///
/// @param index the index's OID
/// @param relation its table's OID
public record IndexIo(long index, long relation, long blocksRead, long blocksHit) implements OfRelation {}
