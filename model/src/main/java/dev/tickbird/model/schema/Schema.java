// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import org.jspecify.annotations.Nullable;

/// A schema of the user's; the system's own are left out.
public record Schema(
        long oid, String name, String owner, @Nullable String extension) implements FromExtension {}
