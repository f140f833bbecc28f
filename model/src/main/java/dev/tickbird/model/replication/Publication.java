// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A publication of this database.
///
/// @param viaRoot whether changes of a partition are published as changes of its partitioned table
/// @param generatedColumns `none` or `stored`; null before PostgreSQL 18
public record Publication(
        long oid,
        String name,
        String owner,
        boolean allTables,
        boolean inserts,
        boolean updates,
        boolean deletes,
        boolean truncates,
        boolean viaRoot,
        @Nullable String generatedColumns)
        implements Fact {}
