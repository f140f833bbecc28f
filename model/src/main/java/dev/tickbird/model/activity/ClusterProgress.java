// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A `cluster` or `vacuum full` that is running.
///
/// @param relation the OID, in `database`
/// @param index the OID of the index that it follows; null if it follows none
public record ClusterProgress(
        int pid,
        @Nullable String database,
        long relation,
        String command,
        String phase,
        @Nullable Long index,
        long rowsScanned,
        long rowsWritten,
        long blocksTotal,
        long blocksScanned,
        long indexesRebuilt)
        implements Fact {}
