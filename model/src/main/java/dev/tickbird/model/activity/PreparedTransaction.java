// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import java.time.Instant;

/// A transaction that was prepared for two-phase commit and is neither committed nor rolled back. It holds its locks,
/// and rows from vacuum, over restarts.
///
/// @param identifier what `commit prepared` and `rollback prepared` want
/// @param age transactions since it began
public record PreparedTransaction(String identifier, Instant preparedAt, String owner, String database, long age)
        implements Fact {}
