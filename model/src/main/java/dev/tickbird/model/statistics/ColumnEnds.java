// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.OfRelation;

/// The lowest and the highest value of a column or expression that leads a B-tree index: two values of real rows. The
/// planner looks
/// them up in the index when a query asks for what lies near the ends of the histogram.
///
/// @param relation the OID of the table, or of the index whose expression it is
/// @param column the name of the column; of an index, the name of the expression
public record ColumnEnds(long relation, String column, String lowest, String highest) implements OfRelation {}
