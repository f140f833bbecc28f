// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;

/// A column whose default draws from a sequence, as the server's dependencies tell. An identity column draws too, but
/// has no default; its `Sequence` names it.
///
/// @param relation the OID of its table or view
/// @param number the column's `attnum`
/// @param sequence the OID of the sequence
public record SequenceDraw(long relation, int number, long sequence) implements OfRelation {}
