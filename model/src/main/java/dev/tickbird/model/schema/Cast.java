// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// A cast of the user's.
///
/// @param source the type it comes from
/// @param target the type it leads to
/// @param method `function`, `inout` or `binary`
/// @param function its function with arguments; null for the other methods
public record Cast(
        long oid,
        String source,
        String target,
        String method,
        @Nullable String function,
        Context context,
        @Nullable String extension)
        implements FromExtension {

    public enum Context {
        EXPLICIT,
        ASSIGNMENT,
        IMPLICIT
    }
}
