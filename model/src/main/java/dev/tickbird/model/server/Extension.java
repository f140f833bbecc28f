// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// An extension that is installed in this database.
///
/// @param schema where its objects are
/// @param defaultVersion what `alter extension … update` would bring; null if its files are gone from the server
/// @param updatable whether the server has the scripts to bring it there
public record Extension(
        long oid,
        String name,
        String version,
        String schema,
        String owner,
        boolean relocatable,
        @Nullable String defaultVersion,
        boolean updatable)
        implements Fact {

    /// Whether the server has another version of its files ready than the database uses.
    public boolean isOutdated() {
        return defaultVersion != null && !defaultVersion.equals(version);
    }
}
