// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import dev.tickbird.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statistics object over several columns or expressions of a table.
///
/// @param relation the OID of its table
/// @param kinds of `ndistinct`, `dependencies`, `mcv`, `expressions`
/// @param columns the columns it covers
/// @param expressions the expressions it covers; not read while somebody holds the table exclusively
/// @param target its own statistics target; null where the default rules
/// @param definition the statement that creates it; null while somebody holds the table exclusively
public record ExtendedStatistics(
        long oid,
        String schema,
        String name,
        long relation,
        String owner,
        List<String> kinds,
        List<String> columns,
        List<String> expressions,
        @Nullable Integer target,
        @Nullable String definition)
        implements OfRelation {

    public ExtendedStatistics {
        kinds = List.copyOf(kinds);
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
    }

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
