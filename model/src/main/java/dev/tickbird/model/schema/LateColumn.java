// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;

/// A column that was added with a value for the rows that were there, which do not store it.
///
/// @param relation the OID of its table
public record LateColumn(long relation, String column) implements OfRelation {}
