// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// Queries of a database that recovery cancelled on this standby, by reason.
///
/// @param database the OID
/// @param logicalSlots known from PostgreSQL 16 on
public record StandbyConflicts(
        long database,
        String name,
        long tablespaces,
        long locks,
        long snapshots,
        long bufferPins,
        long deadlocks,
        @Nullable Long logicalSlots)
        implements Fact {

    public long total() {
        return tablespaces + locks + snapshots + bufferPins + deadlocks + (logicalSlots == null ? 0 : logicalSlots);
    }
}
