// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// A procedural language.
///
/// @param trusted whether ordinary roles may write functions in it
/// @param handler the function that runs its functions; null if it has none
public record Language(
        long oid,
        String name,
        String owner,
        boolean trusted,
        @Nullable String handler,
        @Nullable String extension) implements FromExtension {}
