// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A `copy` that is running.
///
/// @param relation the OID, in `database`; null if it copies a query
/// @param kind `file`, `program`, `pipe` or `callback`
/// @param bytesTotal the size of the file; null if it is not known
/// @param skipped rows left out for errors; known from PostgreSQL 17 on
public record CopyProgress(
        int pid,
        @Nullable String database,
        @Nullable Long relation,
        String command,
        String kind,
        long bytesDone,
        @Nullable Long bytesTotal,
        long rowsDone,
        long rowsExcluded,
        @Nullable Long skipped)
        implements Fact {}
