// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Errors and conflicts of a subscription. Known from PostgreSQL 15 on; conflicts from 18 on.
///
/// @param subscription the OID
public record SubscriptionStatistics(
        long subscription,
        String name,
        long applyErrors,
        long syncErrors,
        @Nullable Long insertExists,
        @Nullable Long updateOriginDiffers,
        @Nullable Long updateExists,
        @Nullable Long updateMissing,
        @Nullable Long deleteOriginDiffers,
        @Nullable Long deleteMissing,
        @Nullable Long multipleUniqueConflicts,
        @Nullable Instant statisticsSince)
        implements Fact {}
