// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A foreign-data wrapper.
///
/// @param handler its function; null if it cannot be read through
/// @param options what looks like a secret is `*****`
public record ForeignDataWrapper(
        long oid,
        String name,
        String owner,
        @Nullable String handler,
        @Nullable String validator,
        List<String> options,
        @Nullable String extension)
        implements FromExtension {

    public ForeignDataWrapper {
        options = List.copyOf(options);
    }
}
