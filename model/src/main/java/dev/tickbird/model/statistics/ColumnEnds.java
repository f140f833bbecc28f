// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;

/// The lowest and the highest value of a column that leads a B-tree index: two values of real rows. The planner looks
/// them up in the index when a query asks for what lies near the ends of the histogram.
///
/// @param relation the table's OID
public record ColumnEnds(long relation, String column, String lowest, String highest) implements OfRelation {}
