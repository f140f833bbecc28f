// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import java.time.Instant;

/// A transaction that was prepared for two-phase commit and is neither committed nor rolled back. It holds its locks,
/// and rows from vacuum, over restarts.
///
/// @param identifier what `commit prepared` and `rollback prepared` want
/// @param transaction its number, which is in the locks of those who wait for it
/// @param age transactions since it began
public record PreparedTransaction(
        String identifier, Instant preparedAt, String owner, String database, long transaction, long age)
        implements Fact {}
