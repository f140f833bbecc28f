// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;

/// What a column is filled with: the expression of its default or, if the column is generated, of its generation.
/// Left out while somebody holds the table exclusively, for reading it would wait; `Column` says that there is one.
///
/// @param relation the OID of its table or view
/// @param number the column's `attnum`
public record ColumnDefault(long relation, int number, String expression) implements OfRelation {}
