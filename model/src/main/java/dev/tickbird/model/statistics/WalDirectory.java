// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The files in `pg_wal` now.
///
/// @param oldest when the oldest of them was last written; null if there is none
public record WalDirectory(long files, long bytes, @Nullable Instant oldest) implements Fact {}
