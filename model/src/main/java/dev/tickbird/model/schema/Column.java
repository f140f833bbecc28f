// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of a table or view.
///
/// @param relation the OID of its table or view
/// @param number its `attnum`
/// @param type as `format_type` writes it, modifier included: `numeric(10,2)`
/// @param baseType the type without modifier, schema-qualified unless built in
/// @param identity empty, `always` or `by default`
/// @param generated empty, `stored` or `virtual`
/// @param collation its collation where it is not the type's default; null otherwise
/// @param compression its own way of compressing long values; null where the server's default rules
/// @param statisticsTarget its own statistics target; null where the default rules
/// @param foreignOptions what its foreign-data wrapper is told of it; what looks like a secret is `*****`
/// @param local whether it was declared on the table itself, and not only inherited
public record Column(
        long relation,
        int number,
        String name,
        String type,
        String baseType,
        long typeOid,
        int typeModifier,
        boolean notNull,
        boolean hasDefault,
        String identity,
        String generated,
        @Nullable String collation,
        String storage,
        @Nullable String compression,
        @Nullable Integer statisticsTarget,
        List<String> options,
        List<String> foreignOptions,
        boolean local)
        implements OfRelation {

    public Column {
        options = List.copyOf(options);
        foreignOptions = List.copyOf(foreignOptions);
    }
}
