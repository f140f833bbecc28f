// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place on disk where tables and indexes may be.
///
/// @param location null for the two that are in the data directory, and where the role may not see it
/// @param bytes null where the role may not ask for the size
public record Tablespace(
        long oid,
        String name,
        String owner,
        @Nullable String location,
        List<String> options,
        @Nullable Long bytes) implements Fact {

    public Tablespace {
        options = List.copyOf(options);
    }
}
