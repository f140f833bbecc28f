// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;

/// Something that names a column, so that the column's type cannot be changed before it is dropped. Indexes,
/// constraints and statistics are not among it: the server makes those anew by itself.
///
/// @param relation the OID of the column's table
/// @param kind `view`, `rule`, `policy`, `trigger`, `generated column`, `publication`, …
/// @param name quoted where SQL needs quotes, and with its table if it belongs to one
public record ColumnDependant(long relation, String column, String kind, String name) implements OfRelation {}
