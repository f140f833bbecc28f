// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the write-ahead log is: written on a primary, replayed on a standby. Two of them give the rate of writing.
///
/// @param position such as `0/1A2B3C4`; the bytes since the beginning are in `bytes`
/// @param receivedBytes on a standby, what has arrived; null elsewhere
/// @param replayedAt on a standby, when the last transaction it replayed was committed; null elsewhere
/// @param replayPaused null on a primary
/// @param timeline null where the control file may not be read, as are the next two
/// @param checkpointAt when the last checkpoint began
/// @param checkpointBytes where recovery would begin
public record WalPosition(
        String position,
        long bytes,
        @Nullable Long receivedBytes,
        @Nullable Instant replayedAt,
        @Nullable Boolean replayPaused,
        @Nullable Integer timeline,
        @Nullable Instant checkpointAt,
        @Nullable Long checkpointBytes)
        implements Fact {}
