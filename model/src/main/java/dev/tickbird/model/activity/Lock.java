// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A lock that a process holds or waits for. Tickbird's own are left out.
///
/// @param type `relation`, `transactionid`, `virtualxid`, `tuple`, `advisory`, …
/// @param database the OID; 0 for a shared object, null if the object is not in a database
/// @param relation the OID, in `database`; null if it is no part of a relation
/// @param mode as `pg_locks` writes it: `AccessExclusiveLock`
/// @param pid null for a prepared transaction
/// @param waitingSince null for a lock that is held
public record Lock(
        String type,
        @Nullable Long database,
        @Nullable Long relation,
        @Nullable Integer page,
        @Nullable Integer row,
        @Nullable String virtualTransaction,
        @Nullable Long transaction,
        @Nullable Long objectClass,
        @Nullable Long object,
        @Nullable Integer pid,
        String mode,
        boolean granted,
        boolean fastPath,
        @Nullable Instant waitingSince)
        implements Fact {}
