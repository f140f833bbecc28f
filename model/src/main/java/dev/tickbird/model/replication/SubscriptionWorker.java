// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.replication;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A process that applies the changes of a subscription, or copies one of its tables.
///
/// @param subscription the OID
/// @param relation the table that it copies; null for the process that applies changes
/// @param lagBytes what has arrived and is not yet reported as applied; null before anything arrived
public record SubscriptionWorker(
        long subscription,
        String name,
        int pid,
        @Nullable Long relation,
        @Nullable Long lagBytes,
        @Nullable Instant lastMessageSentAt,
        @Nullable Instant lastMessageAt,
        @Nullable Instant lastReportAt)
        implements Fact {}
