// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The process by which this standby receives WAL. How it connects is not read, for it may hold a password.
///
/// @param status `streaming`, `waiting`, `starting`, …
/// @param replayLagBytes what has been flushed here and not yet replayed
/// @param slot on the sending server; null if it uses none
public record WalReceiver(
        int pid,
        String status,
        int timeline,
        @Nullable Long replayLagBytes,
        @Nullable Instant lastMessageSentAt,
        @Nullable Instant lastMessageAt,
        @Nullable Instant lastReportAt,
        @Nullable String slot,
        @Nullable String senderHost,
        @Nullable Integer senderPort)
        implements Fact {}
