// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the WAL archiver has done since its counters were reset.
public record Archiver(
        long archived,
        @Nullable String lastArchived,
        @Nullable Instant lastArchivedAt,
        long failed,
        @Nullable String lastFailed,
        @Nullable Instant lastFailedAt,
        @Nullable Instant statisticsSince)
        implements Counters {

    /// Whether the last attempt to archive a file failed.
    public boolean isFailing() {
        return lastFailedAt != null && (lastArchivedAt == null || lastFailedAt.isAfter(lastArchivedAt));
    }
}
