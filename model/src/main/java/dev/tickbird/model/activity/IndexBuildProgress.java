// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A `create index` or `reindex` that is running.
///
/// @param relation the OID of the table, in `database`
/// @param index the OID of the index; null while it has none
/// @param blocker the process that it waits for; null if it waits for none
public record IndexBuildProgress(
        int pid,
        @Nullable String database,
        long relation,
        @Nullable Long index,
        String command,
        String phase,
        long lockersTotal,
        long lockersDone,
        @Nullable Integer blocker,
        long blocksTotal,
        long blocksDone,
        long rowsTotal,
        long rowsDone,
        long partitionsTotal,
        long partitionsDone)
        implements Fact {}
