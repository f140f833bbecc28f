// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// An operator of the user's.
///
/// @param left the type on its left; null for a prefix operator
/// @param right the type on its right
/// @param function what it calls; null if it is only announced
/// @param definition the statement that creates it; null if it is only announced
public record Operator(
        long oid,
        String schema,
        String name,
        String owner,
        @Nullable String left,
        @Nullable String right,
        @Nullable String function,
        @Nullable String definition,
        @Nullable String extension)
        implements FromExtension {}
