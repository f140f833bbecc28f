// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// How an aggregate works; what it is called and takes is a `Function` of the same OID.
///
/// @param transitionFunction called once a row
/// @param combines whether partial results can be combined, as parallel queries need
/// @param definition the statement that creates it
public record Aggregate(
        long oid,
        String transitionFunction,
        String transitionType,
        boolean combines,
        String definition,
        @Nullable String extension)
        implements FromExtension {}
