// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;

/// Values that a column holds although the sequence that fills it has yet to give them: it will run into the nearest.
///
/// @param relation the OID of the table
/// @param number the column's `attnum`
/// @param sequence the OID of the sequence
/// @param next what the sequence gives next
/// @param nearest the value that it comes to first
/// @param furthest the value behind which it is free again
public record ValuesAhead(long relation, int number, long sequence, long next, long nearest, long furthest)
        implements OfRelation {}
