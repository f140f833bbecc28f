// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import org.jspecify.annotations.Nullable;

/// The query behind a materialized view; the rest of it is a `Table`.
///
/// @param relation its own OID
/// @param populated whether it has been filled and may be read
/// @param definition its query; null while somebody holds one of its tables exclusively
public record MaterializedView(
        long relation, boolean populated, @Nullable String definition) implements OfRelation {}
